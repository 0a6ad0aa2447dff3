package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The few verbs that ND4J 1.0.0-M2.1 gets wrong or does slowly, computed on the host from copies of the entries.
 *
 * <p>Its expm1, log1p and tanh lose the digits of a small argument (they are 0 below 1e-16), its sigmoid is 0 below
 * −709, its largest entry overlooks NaN. Its select needs 8 ms for 128×512 entries, and a product with a mask lets the
 * NaN of the side not chosen through. Built from ND4J's accurate operations each would take seven or more passes, which
 * on a processor is slower than the one pass here; so would the mean's two passes: 100 µs for 32×16, here 15.
 *
 * <p>The entries are copied as doubles in either precision, which changes none. Of floats a function is computed in doubles
 * and rounded once when it is written back, the largest and the selected entry are exact, and the mean is taken in floats.
 * ND4J's own exp, log, sqrt, erfc and abs of floats are right to 3 units in the last place over their whole range, and its
 * sums and products round each step, so that they stay with ND4J.
 */
final class HostVerbs {
    private HostVerbs() {}

    static double[] map(DoubleUnaryOperator f, Matrix a) {
        double[] entries = a.toArray();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = f.applyAsDouble(entries[i]);
        }
        return entries;
    }

    /** exp(−x) overflows below −709; exp(x) / (1 + exp(x)) does not. */
    static double sigmoid(double x) {
        double small = StrictMath.exp(-Math.abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }

    static double[] selectPositive(Shape shape, Matrix condition, Matrix whenPositive, Matrix otherwise) {
        double[] c = expand(condition, shape);
        double[] x = expand(whenPositive, shape);
        double[] y = expand(otherwise, shape);
        for (int i = 0; i < c.length; i++) {
            c[i] = c[i] > 0 ? x[i] : c[i] <= 0 ? y[i] : Double.NaN;
        }
        return c;
    }

    static double[] max(Matrix a, Axis axis) {
        double[] entries = a.toArray();
        Lines lines = Lines.of(a, axis);
        double[] largest = new double[lines.count()];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        // Math.max is NaN if either is
        lines.visit((line, at) -> largest[line] = Math.max(largest[line], entries[at]));
        return largest;
    }

    static double[] mean(Matrix a, Axis axis, Precision precision) {
        Lines lines = Lines.of(a, axis);
        return switch (precision) {
            case FLOAT64 -> Means.ofDoubles(a.toArray(), lines);
            case FLOAT32 -> Means.ofFloats(a.toArray(), lines);
        };
    }

    /** The entries with sides of length 1 repeated up to the shape. */
    private static double[] expand(Matrix matrix, Shape shape) {
        double[] entries = matrix.toArray();
        if (Shape.of(matrix).equals(shape)) {
            return entries;
        }
        double[] expanded = new double[shape.rows() * shape.columns()];
        for (int i = 0; i < expanded.length; i++) {
            int row = matrix.rows() == 1 ? 0 : i / shape.columns();
            int column = matrix.columns() == 1 ? 0 : i % shape.columns();
            expanded[i] = entries[row * matrix.columns() + column];
        }
        return expanded;
    }
}
