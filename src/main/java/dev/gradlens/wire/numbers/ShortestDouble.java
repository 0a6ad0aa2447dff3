package dev.gradlens.wire.numbers;

import java.math.BigInteger;

/**
 * The shortest decimal of a double, in the characters of {@link Double#toString(double)}. One product with the distance
 * between neighbours, in units of a power of ten, says where a number and the bounds of its interval lie, unless one of them
 * is so near to where digits are decided that only the careful way can tell. No branch depends on what nobody can foresee.
 */
final class ShortestDouble {
    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -1074;
    private static final int EXPONENTS = 1 << 11;

    /** Multiples of the least double below this one have a decimal of one digit only, unless they are scaled by ten. */
    private static final long TINY = 3;

    /** Goes the way of zero, until its digits are known and cancelled: its unit is 10⁻¹¹. */
    private static final long LIKE_ZERO = Double.doubleToRawLongBits(81_920);

    /** Of 2⁻⁶⁴: more than all that is cut off. */
    private static final long ERROR = 8;

    /** 2⁶⁴/10, rounded up: near enough to divide 18 digits. */
    private static final long TENTH = 0x1999_9999_9999_999aL;

    /** The highest bit: a half, of 64 bits behind a point. */
    private static final long HALF = 1L << 63;

    /** For each exponent, how far apart its doubles are in units of the power of ten that makes this 1 to 10: 64 bits. */
    private static final long[] SPACING = new long[EXPONENTS];

    /** 64 bits that follow. */
    private static final long[] SPACING_BEHIND = new long[EXPONENTS];

    /** The exponents of those powers of ten. */
    private static final short[] UNIT = new short[EXPONENTS];

    static {
        for (int exponent = 1; exponent < EXPONENTS; exponent++) {
            int q = exponent - 1 + LEAST_EXPONENT;
            UNIT[exponent] = (short) Interval.floorLog10OfPowerOfTwo(q);
            BigInteger spacing = PowersOfTen.spacing(q, UNIT[exponent]);
            SPACING[exponent] = spacing.shiftRight(Long.SIZE).longValue();
            SPACING_BEHIND[exponent] = spacing.longValue();
        }
    }

    private ShortestDouble() {}

    /** Writes one that is finite and not negative, given by its bits, and gives the place behind it. */
    static int put(long bits, byte[] target, int at) {
        long zero = (bits - 1) >> 63;
        long like = bits | (LIKE_ZERO & zero);
        long fraction = like & (IMPLICIT_BIT - 1);
        int exponent = (int) (like >>> FRACTION_BITS);
        long spacing = SPACING[exponent & (EXPONENTS - 1)];
        long spacingBehind = SPACING_BEHIND[exponent & (EXPONENTS - 1)];
        long factor = (fraction | IMPLICIT_BIT) << 4;
        long product = spacing * factor;
        long carried = Math.unsignedMultiplyHigh(spacingBehind, factor);
        long behind = product + carried;
        long number = Math.unsignedMultiplyHigh(spacing, factor) + carry(product, carried, behind);
        long halfSpacing = spacing >>> 61;
        long halfSpacingBehind = (spacing << 3) | (spacingBehind >>> 61);
        long lowerBehind = behind - halfSpacingBehind;
        long upperBehind = behind + halfSpacingBehind;
        if (fraction == 0
                || exponent == 0
                || isUnsure(lowerBehind)
                || isUnsure(behind + HALF)
                || isUnsure(upperBehind)) {
            return putCarefully(fraction, exponent, target, at);
        }
        long lower = number - halfSpacing - carry(lowerBehind, halfSpacingBehind, behind);
        long upper = number + halfSpacing + carry(behind, halfSpacingBehind, upperBehind);
        long tens = Math.unsignedMultiplyHigh(upper, TENTH) * 10;
        long nearest = number + (behind >>> 63);
        long digits = (nearest + ((tens - nearest) & ((lower - tens) >> 63))) & ~zero;
        return DecimalText.putAligned(digits, UNIT[exponent & (EXPONENTS - 1)], target, at);
    }

    /** What sum = a + b of 64 bits carries. */
    private static long carry(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    private static boolean isUnsure(long behind) {
        return ((behind + ERROR) & -(2 * ERROR)) == 0;
    }

    /** A power of two, one below the normal ones, or one that lies too near to where digits are decided. */
    private static int putCarefully(long fraction, int exponent, byte[] target, int at) {
        int q = Math.max(exponent, 1) - 1 + LEAST_EXPONENT;
        if (fraction == 0 && exponent > 1) {
            int k = Interval.floorLog10OfThreeQuarters(q);
            return DecimalText.put(carefully(IMPLICIT_BIT, q, k, false), k, target, at);
        }
        long c = exponent == 0 ? fraction : fraction | IMPLICIT_BIT;
        int k = Interval.floorLog10OfPowerOfTwo(q);
        return c < TINY
                ? DecimalText.put(carefully(10 * c, q, k, true), k - 1, target, at)
                : DecimalText.put(carefully(c, q, k, true), k, target, at);
    }

    /** The next number below is half as far away as the next one above where they are not evenly spaced. */
    private static long carefully(long c, int q, int k, boolean evenlySpaced) {
        int shift = q + PowersOfTen.floorLog2(-k) + 1;
        long low = PowersOfTen.low(-k) + 1;
        long high = PowersOfTen.high(-k) + (low == 0 ? 1 : 0);
        long four = c << 2;
        long lower = roundedToOdd((four - (evenlySpaced ? 2 : 1)) << shift, high, low);
        long number = roundedToOdd(four << shift, high, low);
        long upper = roundedToOdd((four + 2) << shift, high, low);
        return Interval.digits(lower, number, upper, (int) c & 1);
    }

    /** factor·(high·2⁶⁴ + low)/2¹²⁸, where one in the last of 128 bits is no more than the power's own error. */
    private static long roundedToOdd(long factor, long high, long low) {
        long product = high * factor;
        long carried = Math.unsignedMultiplyHigh(low, factor);
        long fraction = product + carried;
        long inexact = Long.compareUnsigned(fraction, 1) > 0 ? 1 : 0;
        return (Math.unsignedMultiplyHigh(high, factor) + carry(product, carried, fraction)) | inexact;
    }
}
