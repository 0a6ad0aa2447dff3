package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * Loops over a feature of every example in every column of a stack: m rows of P numbers, one row behind the other. They are
 * kept so plain that the compiler makes vector instructions of them: one index, no branch, no offset.
 */
final class Lanes {
    private Lanes() {}

    /** out = w·a. */
    static void scale(double[] out, double w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = w * a[i];
        }
    }

    /** out += w·a. */
    static void addScaled(double[] out, double w, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += w * a[i];
        }
    }

    /** out += w₀·a + w₁·b + w₂·c + w₃·d, where four at a time spare loads and stores of out. */
    static void addScaled(
            double[] out,
            double w0,
            double[] a,
            double w1,
            double[] b,
            double w2,
            double[] c,
            double w3,
            double[] d,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] += (w0 * a[i] + w1 * b[i]) + (w2 * c[i] + w3 * d[i]);
        }
    }

    /** out = w₀·a + w₁·b + w₂·c + w₃·d. */
    static void combine(
            double[] out,
            double w0,
            double[] a,
            double w1,
            double[] b,
            double w2,
            double[] c,
            double w3,
            double[] d,
            int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (w0 * a[i] + w1 * b[i]) + (w2 * c[i] + w3 * d[i]);
        }
    }

    /** out = a ⊙ b. */
    static void multiply(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    /** out += a ⊙ b. */
    static void addProduct(double[] out, double[] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i] * b[i];
        }
    }

    /** out += a. */
    static void add(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] += a[i];
        }
    }

    /** out −= a. */
    static void subtract(double[] out, double[] a, int n) {
        for (int i = 0; i < n; i++) {
            out[i] -= a[i];
        }
    }

    /** d = (d − zNorm ⊙ dS) ⊙ reciprocal·gamma: what (c + dc)/(s + dS) differs by from c/s, with its scale. */
    static void normalize(double[] d, double[] zNorm, double[] dS, double[] reciprocal, double gamma, int n) {
        for (int i = 0; i < n; i++) {
            d[i] = (d[i] - zNorm[i] * dS[i]) * (reciprocal[i] * gamma);
        }
    }

    /**
     * Sums over the rows, by halves: the second half is added to the first until one row is left.
     *
     * @param half takes a copy of what is added, since a loop over two places of one array is not made a vector
     * @param sum where the rows are added up; the first P numbers are the sums
     */
    static void sumOverRows(double[] rows, int examples, int columns, double[] half, double[] sum) {
        System.arraycopy(rows, 0, sum, 0, (examples - examples / 2) * columns);
        double[] source = rows;
        for (int left = examples; left > 1; left -= left / 2) {
            int added = left / 2 * columns;
            System.arraycopy(source, (left - left / 2) * columns, half, 0, added);
            add(sum, half, added);
            source = sum;
        }
    }

    /** Every row the same: one, then as many again as there are. */
    static void repeat(double[] row, int examples, int columns, double[] rows) {
        System.arraycopy(row, 0, rows, 0, columns);
        for (int done = 1; done < examples; done *= 2) {
            System.arraycopy(rows, 0, rows, done * columns, Math.min(done, examples - done) * columns);
        }
    }

    /** Row i filled with entry i of a feature: entry {@code first + i·apart} of an array. */
    static double[] spread(double[] values, int first, int apart, int examples, int columns, double[] rows) {
        for (int i = 0; i < examples; i++) {
            Arrays.fill(rows, i * columns, (i + 1) * columns, values[first + i * apart]);
        }
        return rows;
    }
}
