package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.BackendMissingException;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.blas.NativeBlas.Doubles;
import dev.gradlens.tensor.blas.NativeBlas.Floats;
import org.bytedeco.javacpp.Loader;

/**
 * Products of dense matrices, row by row in Java arrays. A large one is split into parts, which idle cores may share: each
 * is one native call on one thread. How it is split depends on its shape alone, so that the result is the same on any
 * number of cores.
 */
final class Products {
    private final Cores cores;

    Products(Cores cores) {
        this.cores = cores;
    }

    /**
     * Loads the native libraries; later calls do nothing.
     *
     * @throws BackendMissingException if OpenBLAS is missing
     */
    static void start() {
        try {
            NativeBlas.describe();
        } catch (LinkageError e) {
            throw new BackendMissingException(
                    "There is no OpenBLAS on the class path that works on this machine (%s)."
                            .formatted(Loader.getPlatform()),
                    ("Add the Maven dependencies org.bytedeco:openblas:0.3.19-1.5.7 and org.bytedeco:javacpp:1.5.7, both once"
                                    + " more with the classifier %s; or set gradlens.kernels to reference.")
                            .formatted(Loader.getPlatform()),
                    e);
        }
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n). */
    void multiply(float[] a, boolean transposeA, float[] b, boolean transposeB, float[] c, int m, int n, int k) {
        multiply(a, transposeA, b, transposeB, 0, c, m, n, k);
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n) + keep·c. */
    void multiply(
            float[] a, boolean transposeA, float[] b, boolean transposeB, float keep, float[] c, int m, int n, int k) {
        int strideA = transposeA ? m : k;
        int strideB = transposeB ? k : n;
        Split split = Split.of(m, n, k);
        cores.run(split.parts(), part -> {
            int i = split.row(part);
            int j = split.column(part);
            NativeBlas.multiply(
                    new Floats(a, transposeA ? i : i * strideA, strideA),
                    transposeA,
                    new Floats(b, transposeB ? j * strideB : j, strideB),
                    transposeB,
                    new Floats(c, i * n + j, n),
                    split.rows(part),
                    split.columns(part),
                    k,
                    keep);
        });
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n). */
    void multiply(double[] a, boolean transposeA, double[] b, boolean transposeB, double[] c, int m, int n, int k) {
        multiply(a, transposeA, b, transposeB, 0, c, m, n, k);
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n) + keep·c. */
    void multiply(
            double[] a,
            boolean transposeA,
            double[] b,
            boolean transposeB,
            double keep,
            double[] c,
            int m,
            int n,
            int k) {
        int strideA = transposeA ? m : k;
        int strideB = transposeB ? k : n;
        Split split = Split.of(m, n, k);
        cores.run(split.parts(), part -> {
            int i = split.row(part);
            int j = split.column(part);
            NativeBlas.multiply(
                    new Doubles(a, transposeA ? i : i * strideA, strideA),
                    transposeA,
                    new Doubles(b, transposeB ? j * strideB : j, strideB),
                    transposeB,
                    new Doubles(c, i * n + j, n),
                    split.rows(part),
                    split.columns(part),
                    k,
                    keep);
        });
    }
}
