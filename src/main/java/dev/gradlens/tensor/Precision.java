package dev.gradlens.tensor;

/** Of the whole computation. */
public enum Precision {
    /** Double precision. */
    FLOAT64(0x1p-53, Double.BYTES),
    /** Single precision: the numbers of the request are rounded to it, and so is the result of every operation. */
    FLOAT32(0x1p-24, Float.BYTES);

    private final double roundoff;
    private final int bytes;

    Precision(double roundoff, int bytes) {
        this.roundoff = roundoff;
        this.bytes = bytes;
    }

    /** The unit roundoff: how far the nearest number of this precision may lie from a real number, relative to it. */
    public double roundoff() {
        return roundoff;
    }

    /** Bytes of an entry. */
    public int bytes() {
        return bytes;
    }

    /** The nearest number of this precision, ties to even; infinite beyond the largest, and 0 below the smallest. */
    public double round(double x) {
        return switch (this) {
            case FLOAT64 -> x;
            case FLOAT32 -> (float) x;
        };
    }
}
