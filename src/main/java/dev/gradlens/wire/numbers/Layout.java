package dev.gradlens.wire.numbers;

/** For each exponent e of a number 0.d₁d₂…·10^e, where its point stands and what is written behind its digits. */
final class Layout {
    /** Of the doubles, and of zero. */
    private static final int LEAST_EXPONENT = -323;

    private static final int GREATEST_EXPONENT = 309;

    /** The greatest exponent of what is laid out plainly. */
    private static final int PLAIN_TO = 7;

    /** The least exponent of what is laid out plainly. */
    private static final int PLAIN_FROM = -2;

    /** A power of two. */
    private static final int PLACES = 1 << 10;

    /** Eight times as many as there are zeros before the digits, and in the second byte eight times the point's place. */
    private static final int[] SHIFTS = new int[PLACES];

    /** The exponent and a comma, and in the highest byte how many characters there are before that. */
    private static final long[] BEHIND = new long[PLACES];

    static {
        for (int exponent = LEAST_EXPONENT; exponent <= GREATEST_EXPONENT; exponent++) {
            boolean plain = exponent >= PLAIN_FROM && exponent <= PLAIN_TO;
            int shown = plain ? exponent : 1;
            SHIFTS[place(exponent)] =
                    Byte.SIZE * Math.max(1 - shown, 0) | (Byte.SIZE * Math.max(shown, 1)) << Byte.SIZE;
            BEHIND[place(exponent)] = text(plain ? "" : "E" + (exponent - 1));
        }
    }

    private Layout() {}

    private static long text(String exponent) {
        String text = exponent + ",";
        long bytes = (long) exponent.length() << 56;
        for (int i = 0; i < text.length(); i++) {
            bytes |= (long) text.charAt(i) << (Byte.SIZE * i);
        }
        return bytes;
    }

    /** Where in the tables an exponent is. */
    static int place(int exponent) {
        return (exponent - LEAST_EXPONENT) & (PLACES - 1);
    }

    /** Eight times as many as there are zeros to be written before the first digit that is none. */
    static int zeroBits(int place) {
        return SHIFTS[place & (PLACES - 1)] & 0xff;
    }

    /** The lowest bit of the byte in which the point is. */
    static long point(int place) {
        return 1L << (SHIFTS[place & (PLACES - 1)] >> Byte.SIZE);
    }

    /** What is written behind the digits. */
    static long behind(int place) {
        return BEHIND[place & (PLACES - 1)];
    }

    /** How much of that is before the comma. */
    static int length(long behind) {
        return (int) (behind >>> 56);
    }
}
