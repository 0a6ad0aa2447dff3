package dev.gradlens.tensor.blas;

/**
 * The inner loops of {@link Float64Passes}, over the first w entries of each array. All indices are equal, so that the JIT
 * compiler knows without knowing the arrays that no store reaches a later load, and vectorizes.
 */
final class Float64PassLoops {
    private static final double LARGE = 1e308;

    private Float64PassLoops() {}

    static void add(double[] sum, double[] x, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += x[j];
        }
    }

    static void scale(double[] x, double c, int w) {
        for (int j = 0; j < w; j++) {
            x[j] *= c;
        }
    }

    static void addScaled(double[] to, double c, double[] from, int w) {
        for (int j = 0; j < w; j++) {
            to[j] += c * from[j];
        }
    }

    static void blend(double[] to, double keep, double take, double[] from, int w) {
        for (int j = 0; j < w; j++) {
            to[j] = keep * to[j] + take * from[j];
        }
    }

    /** Deviations from a first mean, and their squares. */
    static void deviations(double[] sum, double[] squares, double[] x, double[] mean, int w) {
        for (int j = 0; j < w; j++) {
            double deviation = x[j] - mean[j];
            sum[j] += deviation;
            squares[j] += deviation * deviation;
        }
    }

    /** x ← (x − mean)·u + beta. */
    static void normalize(double[] x, double[] mean, double[] u, double[] beta, int w) {
        for (int j = 0; j < w; j++) {
            x[j] = (x[j] - mean[j]) * u[j] + beta[j];
        }
    }

    static void rectify(double[] x, int w) {
        for (int j = 0; j < w; j++) {
            x[j] = Math.max(x[j], 0);
        }
    }

    /**
     * d ← d where a &gt; 0, else 0, for a that is not negative: a factor that is 1 for every positive a, the smallest too,
     * since a choice between two numbers would not be vectorized.
     */
    static void mask(double[] d, double[] a, int w) {
        for (int j = 0; j < w; j++) {
            d[j] *= Math.min(a[j] * LARGE * LARGE, 1);
        }
    }

    /** sum ← sum + d; along ← along + d·(x − mean). */
    static void sums(double[] sum, double[] along, double[] d, double[] x, double[] mean, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += d[j];
            along[j] += d[j] * (x[j] - mean[j]);
        }
    }

    /** d ← u·(d − direct − (x − mean)·through). */
    static void backward(double[] d, double[] x, double[] mean, double[] u, double[] direct, double[] through, int w) {
        for (int j = 0; j < w; j++) {
            d[j] = u[j] * (d[j] - direct[j] - (x[j] - mean[j]) * through[j]);
        }
    }
}
