package dev.gradlens.tensor.blas;

/**
 * The inner loops of {@link Float32Passes}, over the first w entries of each array. All indices are equal, so that the JIT
 * compiler knows without knowing the arrays that no store reaches a later load, and vectorizes; which it does only where a
 * loop does little: one that did the work of {@link #mask} and {@link #sums} together took ten times as long.
 */
final class Float32PassLoops {
    private static final float LARGE = 1e38f;

    private Float32PassLoops() {}

    static void add(float[] sum, float[] x, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += x[j];
        }
    }

    /** Two rows at once, so that the sums are read and written half as often. */
    static void add(float[] sum, float[] x0, float[] x1, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += x0[j] + x1[j];
        }
    }

    static void scale(float[] x, float c, int w) {
        for (int j = 0; j < w; j++) {
            x[j] *= c;
        }
    }

    static void addScaled(float[] to, float c, float[] from, int w) {
        for (int j = 0; j < w; j++) {
            to[j] += c * from[j];
        }
    }

    static void blend(float[] to, float keep, float take, float[] from, int w) {
        for (int j = 0; j < w; j++) {
            to[j] = keep * to[j] + take * from[j];
        }
    }

    /** Deviations of two rows from a first mean, and their squares. */
    static void deviations(float[] sum, float[] squares, float[] x0, float[] x1, float[] mean, int w) {
        for (int j = 0; j < w; j++) {
            float deviation0 = x0[j] - mean[j];
            float deviation1 = x1[j] - mean[j];
            sum[j] += deviation0 + deviation1;
            squares[j] += deviation0 * deviation0 + deviation1 * deviation1;
        }
    }

    /** x ← (x − mean)·u + beta, at least the floor. */
    static void normalize(float[] x, float[] mean, float[] u, float[] beta, float floor, int w) {
        for (int j = 0; j < w; j++) {
            x[j] = Math.max((x[j] - mean[j]) * u[j] + beta[j], floor);
        }
    }

    static void rectify(float[] x, int w) {
        for (int j = 0; j < w; j++) {
            x[j] = Math.max(x[j], 0);
        }
    }

    /**
     * d ← d where a &gt; 0, else 0, for a that is not negative: a factor that is 1 for every positive a, the smallest too,
     * since a choice between two numbers would not be vectorized.
     */
    static void mask(float[] d, float[] a, int w) {
        for (int j = 0; j < w; j++) {
            d[j] *= Math.min(a[j] * LARGE * LARGE, 1);
        }
    }

    /** The same where (x − mean)·u + beta is positive. */
    static void mask(float[] d, float[] x, float[] mean, float[] u, float[] beta, int w) {
        for (int j = 0; j < w; j++) {
            d[j] *= Math.min(Math.max((x[j] - mean[j]) * u[j] + beta[j], 0) * LARGE * LARGE, 1);
        }
    }

    /** sum ← sum + d; along ← along + d·(x − mean). */
    static void sums(float[] sum, float[] along, float[] d, float[] x, float[] mean, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += d[j];
            along[j] += d[j] * (x[j] - mean[j]);
        }
    }

    /** d ← u·(d − direct − (x − mean)·through); sum ← sum + d. */
    static void backward(
            float[] sum, float[] d, float[] x, float[] mean, float[] u, float[] direct, float[] through, int w) {
        for (int j = 0; j < w; j++) {
            d[j] = u[j] * (d[j] - direct[j] - (x[j] - mean[j]) * through[j]);
            sum[j] += d[j];
        }
    }

    /** Σ x². In four sums, so that one addition need not wait for the one before. */
    static double sumOfSquares(float[] x, int w) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int j = 0;
        for (; j + 4 <= w; j += 4) {
            double x0 = x[j];
            double x1 = x[j + 1];
            double x2 = x[j + 2];
            double x3 = x[j + 3];
            sum0 += x0 * x0;
            sum1 += x1 * x1;
            sum2 += x2 * x2;
            sum3 += x3 * x3;
        }
        for (; j < w; j++) {
            double x0 = x[j];
            sum0 += x0 * x0;
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** Σ (a − b)². In four sums, so that one addition need not wait for the one before. */
    static double sumOfSquaredDifferences(float[] a, float[] b, int w) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int j = 0;
        for (; j + 4 <= w; j += 4) {
            double d0 = (double) a[j] - b[j];
            double d1 = (double) a[j + 1] - b[j + 1];
            double d2 = (double) a[j + 2] - b[j + 2];
            double d3 = (double) a[j + 3] - b[j + 3];
            sum0 += d0 * d0;
            sum1 += d1 * d1;
            sum2 += d2 * d2;
            sum3 += d3 * d3;
        }
        for (; j < w; j++) {
            double d0 = (double) a[j] - b[j];
            sum0 += d0 * d0;
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
