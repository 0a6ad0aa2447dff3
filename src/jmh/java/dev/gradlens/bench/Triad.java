package dev.gradlens.bench;

/** a ← b + c·d over arrays of floats that move 32 bytes for each of m·n entries: what a core's memory allows. */
public final class Triad implements Runnable {
    private static final int BYTES = 32;
    private static final int STREAMS = 3;

    private final float[] a;
    private final float[] b;
    private final float[] d;

    /** As many bytes as a matrix of m×n is allowed. */
    public Triad(int m, int n) {
        int length = m * n * BYTES / STREAMS / Float.BYTES;
        a = new float[length];
        b = new float[length];
        d = new float[length];
    }

    /** Once. */
    @Override
    public void run() {
        for (int i = 0; i < a.length; i++) {
            a[i] = b[i] + 3 * d[i];
        }
    }
}
