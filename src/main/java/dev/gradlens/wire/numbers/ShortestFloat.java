package dev.gradlens.wire.numbers;

/** The shortest decimal of a float, in the characters of {@link Float#toString(float)}; see {@link ShortestDouble}. */
final class ShortestFloat {
    private static final int FRACTION_BITS = 23;
    private static final int IMPLICIT_BIT = 1 << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -149;
    private static final int EXPONENTS = 1 << 8;

    /** Multiples of the least float below this one have a decimal of one digit only, unless they are scaled by ten. */
    private static final int TINY = 8;

    /** Goes the way of zero, until its digits are known and cancelled: its unit is a thousandth. */
    private static final int LIKE_ZERO = Float.floatToRawIntBits(40960);

    /** Bits behind the point of what is computed. */
    private static final int BEHIND = 32;

    private static final long ONE = 1L << BEHIND;

    /** Of the last of those bits: more than all that is cut off. */
    private static final int ERROR = 8;

    /** 2³⁵/10, rounded up: near enough to divide 9 digits. */
    private static final long TENTH = 3_435_973_837L;

    /** For each exponent, how far apart its floats are in units of the power of ten that makes this 1 to 10. */
    private static final long[] SPACING = new long[EXPONENTS];

    /** The exponents of those powers of ten. */
    private static final byte[] UNIT = new byte[EXPONENTS];

    static {
        for (int exponent = 1; exponent < EXPONENTS; exponent++) {
            int q = exponent - 1 + LEAST_EXPONENT;
            UNIT[exponent] = (byte) Interval.floorLog10OfPowerOfTwo(q);
            SPACING[exponent] =
                    PowersOfTen.spacing(q, UNIT[exponent]).shiftRight(Long.SIZE).longValue();
        }
    }

    private ShortestFloat() {}

    /** Writes one that is finite and not negative, given by its bits, and gives the place behind it. */
    static int put(int bits, byte[] target, int at) {
        int zero = (bits - 1) >> 31;
        int like = bits | (LIKE_ZERO & zero);
        int fraction = like & (IMPLICIT_BIT - 1);
        int exponent = like >>> FRACTION_BITS;
        long spacing = SPACING[exponent & (EXPONENTS - 1)];
        long number = Math.unsignedMultiplyHigh(spacing, (long) (fraction | IMPLICIT_BIT) << (BEHIND + 4));
        long halfSpacing = spacing >>> (61 - BEHIND);
        long lower = number - halfSpacing;
        long upper = number + halfSpacing;
        if (fraction == 0 || exponent == 0 || isUnsure(lower) || isUnsure(number + ONE / 2) || isUnsure(upper)) {
            return putCarefully(fraction, exponent, target, at);
        }
        long digits = digits(lower, number, upper) & ~zero;
        return DecimalText.putShortAligned(digits, UNIT[exponent & (EXPONENTS - 1)], target, at);
    }

    /** The multiple of ten within the interval, of which there is one at most, or else the nearest integer. */
    private static long digits(long lower, long number, long upper) {
        long tens = (((upper >>> BEHIND) * TENTH) >>> 35) * 10;
        long nearest = (number + ONE / 2) >>> BEHIND;
        return nearest + ((tens - nearest) & ((lower - (tens << BEHIND)) >> 63));
    }

    private static boolean isUnsure(long bound) {
        return Integer.compareUnsigned((int) bound + ERROR, 2 * ERROR) < 0;
    }

    /** A power of two, one below the normal ones, or one that lies too near to where digits are decided. */
    private static int putCarefully(int fraction, int exponent, byte[] target, int at) {
        int q = Math.max(exponent, 1) - 1 + LEAST_EXPONENT;
        if (fraction == 0 && exponent > 1) {
            int k = Interval.floorLog10OfThreeQuarters(q);
            return DecimalText.putShort(carefully(IMPLICIT_BIT, q, k, false), k, target, at);
        }
        int c = exponent == 0 ? fraction : fraction | IMPLICIT_BIT;
        int k = Interval.floorLog10OfPowerOfTwo(q);
        return c < TINY
                ? DecimalText.putShort(carefully(10L * c, q, k, true), k - 1, target, at)
                : DecimalText.putShort(carefully(c, q, k, true), k, target, at);
    }

    /** The next number below is half as far away as the next one above where they are not evenly spaced. */
    private static long carefully(long c, int q, int k, boolean evenlySpaced) {
        int shift = q + PowersOfTen.floorLog2(-k) + 1;
        long power = PowersOfTen.high(-k) + 1;
        long four = c << 2;
        long lower = roundedToOdd((four - (evenlySpaced ? 2 : 1)) << shift, power);
        long number = roundedToOdd(four << shift, power);
        long upper = roundedToOdd((four + 2) << shift, power);
        return Interval.digits(lower, number, upper, (int) c & 1);
    }

    /** factor·power/2⁶⁴, where one in the upper half of what is cut off is no more than the power's own error. */
    private static long roundedToOdd(long factor, long power) {
        long cutOff = (factor * power) >>> 32;
        return Math.unsignedMultiplyHigh(power, factor) | (cutOff > 1 ? 1 : 0);
    }
}
