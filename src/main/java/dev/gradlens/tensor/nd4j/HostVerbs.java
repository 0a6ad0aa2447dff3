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
        double[] largest = new double[kept(a, axis)];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        // Math.max is NaN if either is
        visit(a, axis, (line, at) -> largest[line] = Math.max(largest[line], entries[at]));
        return largest;
    }

    static double[] mean(Matrix a, Axis axis, Precision precision) {
        double[] entries = a.toArray();
        return switch (precision) {
            case FLOAT64 -> mean(a, axis, entries);
            case FLOAT32 -> meanOfFloats(a, axis, entries);
        };
    }

    private static double[] mean(Matrix a, Axis axis, double[] entries) {
        double[] means = new double[kept(a, axis)];
        double[] lost = new double[means.length];
        int count = entries.length / means.length;

        visit(a, axis, (line, at) -> means[line] += entries[at]);
        Arrays.setAll(means, line -> means[line] / count);
        visit(a, axis, (line, at) -> lost[line] += entries[at] - means[line]);
        // beside an infinite mean the rest is ∞ − ∞
        Arrays.setAll(means, line -> Double.isInfinite(means[line]) ? means[line] : means[line] + lost[line] / count);
        return means;
    }

    /**
     * The same in floats, whose plain sum of some thousand equal ones is off by so much that the second pass must make good
     * what each of its own additions rounds off: Kahan, 1965.
     */
    private static double[] meanOfFloats(Matrix a, Axis axis, double[] entries) {
        float[] means = new float[kept(a, axis)];
        float[] lost = new float[means.length];
        float[] excess = new float[means.length]; // of what is lost over what was added
        int count = entries.length / means.length;

        visit(a, axis, (line, at) -> means[line] += (float) entries[at]);
        for (int line = 0; line < means.length; line++) {
            means[line] /= count;
        }
        visit(a, axis, (line, at) -> {
            float corrected = ((float) entries[at] - means[line]) - excess[line];
            float next = lost[line] + corrected;
            excess[line] = (next - lost[line]) - corrected;
            lost[line] = next;
        });
        double[] result = new double[means.length];
        Arrays.setAll(result, line -> Float.isInfinite(means[line]) ? means[line] : means[line] + lost[line] / count);
        return result;
    }

    /** How many lines a reduction leaves. */
    private static int kept(Matrix a, Axis axis) {
        return axis == Axis.ROWS ? a.columns() : a.rows();
    }

    private static void visit(Matrix a, Axis axis, Visitor visitor) {
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                visitor.visit(axis == Axis.ROWS ? j : i, i * a.columns() + j);
            }
        }
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

    /** Takes an entry's place, and the line of the result that it belongs to. */
    private interface Visitor {
        void visit(int line, int at);
    }
}
