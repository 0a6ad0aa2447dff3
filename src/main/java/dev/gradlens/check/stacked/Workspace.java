package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.activation.Activation;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What the parts of a stacked run have in common.
 *
 * @param run the unmoved network
 * @param shape of a stack
 * @param buffers for features of that shape
 */
record Workspace(KnownRun run, Shape shape, Buffers buffers) {

    /** n. */
    int size() {
        return shape.size();
    }

    int examples() {
        return shape.examples();
    }

    int columns() {
        return shape.columns();
    }

    int layers() {
        return run.setup().spec().layers().size();
    }

    LayerSpec layer(int l) {
        return run.setup().spec().layers().get(l);
    }

    Activation activation(int l) {
        return layer(l).activation();
    }

    int units(int l) {
        return run.setup().spec().unitsOf(l);
    }

    double[] y() {
        return run.setup().batch().y().rowMajor();
    }

    /** An array of n numbers that every part of the run uses for itself and leaves to the next. */
    double[] scratch(int number) {
        return buffers.scratch(number);
    }

    /** Whether each row of a stack is whole vectors, and there are vectors. */
    boolean isOfVectors() {
        return buffers.lanes() > 1 && columns() % buffers.lanes() == 0;
    }

    /** An m×units matrix feature by feature: entry i of feature u is {@code u·m + i}. */
    double[] byUnits(double[] matrix, int units) {
        double[] features = new double[matrix.length];
        for (int index = 0; index < matrix.length; index++) {
            features[index % units * examples() + index / units] = matrix[index];
        }
        return features;
    }

    /** Feature {@code unit} of an m×units matrix, in every column the same. */
    double[] spread(double[] matrix, int unit, int units) {
        return Lanes.spread(matrix, unit, units, examples(), columns(), buffers.take());
    }

    /** Every feature. */
    double[][] spreadAll(double[] matrix, int units) {
        double[][] features = new double[units][];
        for (int u = 0; u < units; u++) {
            features[u] = spread(matrix, u, units);
        }
        return features;
    }

    /** A number for each example, in every column the same. */
    double[] spread(IntToDoubleFunction ofExample) {
        double[] numbers = new double[examples()];
        Arrays.setAll(numbers, ofExample);
        return spread(numbers, 0, 1);
    }
}
