package dev.gradlens.tensor.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Every native call of this package: c ← op(a)·op(b) on parts of Java's own arrays, row by row, on one thread.
 *
 * <p>Arrays are not copied: they stay where they are while the call lasts, and so does the garbage collector wait for it.
 * {@link Products} therefore keeps each call short. Lengths are checked here before anything native runs, since native code
 * writes wherever it is told to.
 */
final class NativeBlas {
    private static final int ROW_MAJOR = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;

    private static final Libraries LIBRARIES = Libraries.load();
    private static final MethodHandle SGEMM = LIBRARIES.function("cblas_sgemm", cblas(JAVA_FLOAT));
    private static final MethodHandle DGEMM = LIBRARIES.function("cblas_dgemm", cblas(JAVA_DOUBLE));
    private static final MethodHandle ONE_DNN_SGEMM = LIBRARIES.oneDnn("dnnl_sgemm", oneDnn());

    /** OpenMP's number of threads is each calling thread's own. */
    private static final ThreadLocal<Boolean> ONE_THREAD = ThreadLocal.withInitial(LIBRARIES::oneThread);

    private NativeBlas() {}

    /** The libraries in words, such as {@code oneDNN 2.5.2 (float32) and OpenBLAS 0.3.19}. */
    static String describe() {
        return LIBRARIES.describe();
    }

    /** One factor, or the product: entries row by row from an offset on, {@code stride} apart from row to row. */
    record Floats(float[] entries, int offset, int stride) {
        private MemorySegment from(int rows, int columns) {
            check(entries.length, offset, stride, rows, columns);
            return MemorySegment.ofArray(entries).asSlice((long) offset * Float.BYTES);
        }
    }

    /** The same in doubles. */
    record Doubles(double[] entries, int offset, int stride) {
        private MemorySegment from(int rows, int columns) {
            check(entries.length, offset, stride, rows, columns);
            return MemorySegment.ofArray(entries).asSlice((long) offset * Double.BYTES);
        }
    }

    private static void check(int length, int offset, int stride, int rows, int columns) {
        boolean fits = rows >= 1
                && columns >= 1
                && offset >= 0
                && stride >= columns
                && offset + (rows - 1L) * stride + columns <= length;
        if (!fits) {
            throw new IllegalArgumentException("%d×%d entries, rows %d apart, do not lie in an array of %d from %d on"
                    .formatted(rows, columns, stride, length, offset));
        }
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n) + keep·c, of which nothing is read where keep is 0. */
    static void multiply(
            Floats a, boolean transposeA, Floats b, boolean transposeB, Floats c, int m, int n, int k, float keep) {
        MemorySegment left = transposeA ? a.from(k, m) : a.from(m, k);
        MemorySegment right = transposeB ? b.from(n, k) : b.from(k, n);
        MemorySegment product = c.from(m, n);
        ONE_THREAD.get();
        if (LIBRARIES.hasOneDnn()) {
            oneDnn(left, a.stride, transposeA, right, b.stride, transposeB, product, c.stride, m, n, k, keep);
        } else {
            cblas(left, a.stride, transposeA, right, b.stride, transposeB, product, c.stride, m, n, k, keep);
        }
    }

    private static void cblas(
            MemorySegment a,
            int strideA,
            boolean transposeA,
            MemorySegment b,
            int strideB,
            boolean transposeB,
            MemorySegment c,
            int strideC,
            int m,
            int n,
            int k,
            float keep) {
        try {
            SGEMM.invokeExact(
                    ROW_MAJOR,
                    flag(transposeA),
                    flag(transposeB),
                    m,
                    n,
                    k,
                    1f,
                    a,
                    strideA,
                    b,
                    strideB,
                    keep,
                    c,
                    strideC);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static void oneDnn(
            MemorySegment a,
            int strideA,
            boolean transposeA,
            MemorySegment b,
            int strideB,
            boolean transposeB,
            MemorySegment c,
            int strideC,
            int m,
            int n,
            int k,
            float keep) {
        int status;
        try {
            status = (int) ONE_DNN_SGEMM.invokeExact(
                    letter(transposeA),
                    letter(transposeB),
                    (long) m,
                    (long) n,
                    (long) k,
                    1f,
                    a,
                    (long) strideA,
                    b,
                    (long) strideB,
                    keep,
                    c,
                    (long) strideC);
        } catch (Throwable e) {
            throw impossible(e);
        }
        if (status != 0) {
            throw new IllegalStateException("oneDNN refused a product of %d×%d×%d: %d".formatted(m, n, k, status));
        }
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n) + keep·c, of which nothing is read where keep is 0. */
    static void multiply(
            Doubles a, boolean transposeA, Doubles b, boolean transposeB, Doubles c, int m, int n, int k, double keep) {
        MemorySegment left = transposeA ? a.from(k, m) : a.from(m, k);
        MemorySegment right = transposeB ? b.from(n, k) : b.from(k, n);
        MemorySegment product = c.from(m, n);
        try {
            DGEMM.invokeExact(
                    ROW_MAJOR,
                    flag(transposeA),
                    flag(transposeB),
                    m,
                    n,
                    k,
                    1d,
                    left,
                    a.stride,
                    right,
                    b.stride,
                    keep,
                    product,
                    c.stride);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    private static int flag(boolean transposed) {
        return transposed ? TRANSPOSED : PLAIN;
    }

    private static byte letter(boolean transposed) {
        return (byte) (transposed ? 'T' : 'N');
    }

    /** A call to native code throws nothing of its own. */
    private static RuntimeException impossible(Throwable e) {
        return e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }

    private static FunctionDescriptor cblas(ValueLayout entry) {
        return FunctionDescriptor.ofVoid(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, entry, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
                entry, ADDRESS, JAVA_INT);
    }

    private static FunctionDescriptor oneDnn() {
        return FunctionDescriptor.of(
                JAVA_INT,
                JAVA_BYTE,
                JAVA_BYTE,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_LONG,
                JAVA_FLOAT,
                ADDRESS,
                JAVA_LONG,
                ADDRESS,
                JAVA_LONG,
                JAVA_FLOAT,
                ADDRESS,
                JAVA_LONG);
    }
}
