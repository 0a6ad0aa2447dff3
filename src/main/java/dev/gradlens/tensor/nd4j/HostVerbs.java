package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The few verbs that ND4J 1.0.0-M2.1 gets wrong, computed on the host from copies of the entries.
 *
 * <p>Its expm1, log1p and tanh lose the digits of a small argument (they are 0 below 1e-16), its sigmoid is 0 below
 * −709, its largest entry overlooks NaN. Its select needs 8 ms for 128×512 entries, and a product with a mask lets the
 * NaN of the side not chosen through. Built from ND4J's accurate operations each would take seven or more passes, which
 * on a processor is slower than the one pass here.
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
        int n = a.columns();
        double[] largest = new double[axis == Axis.ROWS ? n : a.rows()];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < entries.length; i++) {
            int kept = axis == Axis.ROWS ? i % n : i / n;
            largest[kept] = Math.max(largest[kept], entries[i]); // NaN if either is
        }
        return largest;
    }

    /** a + b, but a where it is infinite: there b came from ∞ − ∞. */
    static double[] addToFinite(double[] a, double[] b) {
        double[] sums = new double[a.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Double.isInfinite(a[i]) ? a[i] : a[i] + b[i];
        }
        return sums;
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
