package dev.gradlens.tensor.blas;

/**
 * The inner loops of {@link Float32Passes}, over the first w entries of each array. All indices are equal, so that the JIT
 * compiler knows without knowing the arrays that no store reaches a later load, and vectorizes.
 */
final class Float32PassLoops {
    private static final float LARGE = 1e38f;

    private Float32PassLoops() {}

    static void add(float[] sum, float[] x, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += x[j];
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

    /** Deviations from a first mean, and their squares. */
    static void deviations(float[] sum, float[] squares, float[] x, float[] mean, int w) {
        for (int j = 0; j < w; j++) {
            float deviation = x[j] - mean[j];
            sum[j] += deviation;
            squares[j] += deviation * deviation;
        }
    }

    /** x ← (x − mean)·u + beta. */
    static void normalize(float[] x, float[] mean, float[] u, float[] beta, int w) {
        for (int j = 0; j < w; j++) {
            x[j] = (x[j] - mean[j]) * u[j] + beta[j];
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

    /** sum ← sum + d; along ← along + d·(x − mean). */
    static void sums(float[] sum, float[] along, float[] d, float[] x, float[] mean, int w) {
        for (int j = 0; j < w; j++) {
            sum[j] += d[j];
            along[j] += d[j] * (x[j] - mean[j]);
        }
    }

    /** d ← u·(d − direct − (x − mean)·through). */
    static void backward(float[] d, float[] x, float[] mean, float[] u, float[] direct, float[] through, int w) {
        for (int j = 0; j < w; j++) {
            d[j] = u[j] * (d[j] - direct[j] - (x[j] - mean[j]) * through[j]);
        }
    }
}
