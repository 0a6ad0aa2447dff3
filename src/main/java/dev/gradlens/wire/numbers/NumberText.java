package dev.gradlens.wire.numbers;

/**
 * Writes numbers as {@link Double#toString(double)} and {@link Float#toString(float)} do, as bytes and without a string, each
 * with a comma behind it that does not count.
 */
public final class NumberText {
    /** Characters of a double at most, such as -2.2250738585072014E-308. */
    public static final int LONGEST = 24;

    /** Characters of a float at most, such as -1.17549435E-38. */
    public static final int LONGEST_FLOAT = 15;

    /** Bytes that there have to be from a number's place on, since some are written behind it. */
    public static final int ROOM = LONGEST + Long.BYTES;

    private static final long SIGN = 1L << 63;

    private NumberText() {}

    /** Writes one and gives the place of the comma behind it; what is behind that within {@link #ROOM} may change. */
    public static int put(double number, byte[] target, int at) {
        long bits = Double.doubleToRawLongBits(number);
        if (!Double.isFinite(number)) {
            return putText(Double.toString(number), target, at);
        }
        target[at] = '-';
        return ShortestDouble.put(bits & ~SIGN, target, at + (int) (bits >>> 63));
    }

    /** Writes one and gives the place of the comma behind it; what is behind that within {@link #ROOM} may change. */
    public static int put(float number, byte[] target, int at) {
        int bits = Float.floatToRawIntBits(number);
        if (!Float.isFinite(number)) {
            return putText(Float.toString(number), target, at);
        }
        target[at] = '-';
        return ShortestFloat.put(bits & Integer.MAX_VALUE, target, at + (bits >>> 31));
    }

    @SuppressWarnings("deprecation") // The text is ASCII, which is what the old method copies as it is.
    private static int putText(String text, byte[] target, int at) {
        text.getBytes(0, text.length(), target, at);
        int end = at + text.length();
        target[end] = ',';
        return end;
    }
}
