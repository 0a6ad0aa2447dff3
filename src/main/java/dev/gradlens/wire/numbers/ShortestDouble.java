package dev.gradlens.wire.numbers;

/**
 * The shortest decimal of a double, in the characters of {@link Double#toString(double)}. One product with a power of ten
 * says where a number and the bounds of its interval lie, unless one of them is so near to an integer that only the
 * careful way can tell.
 */
final class ShortestDouble {
    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -1074;

    /** Multiples of the least double below this one have a decimal of one digit only, unless they are scaled by ten. */
    private static final long TINY = 3;

    /** The least number of so many digits. */
    private static final long SEVENTEEN_DIGITS = 10_000_000_000_000_000L;

    /** Of 2⁻⁶⁴: more than all that is cut off from a product, a bound, and a power. */
    private static final long ERROR = 8;

    private ShortestDouble() {}

    /** Writes one that is positive and finite, given by its bits, and gives the place behind it. */
    static int put(long bits, byte[] target, int at) {
        long fraction = bits & (IMPLICIT_BIT - 1);
        int exponent = (int) (bits >>> FRACTION_BITS);
        if (fraction == 0 || exponent == 0) {
            return putCarefully(fraction, exponent, target, at);
        }
        long c = fraction | IMPLICIT_BIT;
        int q = exponent - 1 + LEAST_EXPONENT;
        int k = Interval.floorLog10OfPowerOfTwo(q);
        long digits = digits(c, q, k);
        long missing = (digits - SEVENTEEN_DIGITS) >>> 63; // 1 where there are 16, and there are no fewer
        return DecimalText.putAligned(digits + ((9 * digits) & -missing), k + 17 - (int) missing, target, at);
    }

    /** The digits of the decimal of c·2^q, in units of 10ᵏ, by whole and fractional parts of 64 bits each. */
    private static long digits(long c, int q, int k) {
        int shift = q + PowersOfTen.floorLog2(-k) + 1;
        long high = PowersOfTen.high(-k);
        long low = PowersOfTen.low(-k);
        long factor = c << (2 + shift);
        long product = high * factor;
        long carried = Math.unsignedMultiplyHigh(low, factor);
        long fraction = product + carried;
        long number = Math.unsignedMultiplyHigh(high, factor) + carry(product, carried, fraction);
        long halfStep = high >>> (63 - shift);
        long halfStepFraction = (high << (shift + 1)) | (low >>> (63 - shift));
        long lowerFraction = fraction - halfStepFraction;
        long upperFraction = fraction + halfStepFraction;
        if (isUnsure(lowerFraction) || isUnsure(fraction) || isUnsure(upperFraction)) {
            return carefully(c, q, k, true);
        }
        long lower = number - halfStep - carry(lowerFraction, halfStepFraction, fraction);
        long upper = number + halfStep + carry(fraction, halfStepFraction, upperFraction);
        return Interval.digitsWithin(lower, number, upper);
    }

    /** What sum = a + b of 64 bits carries. */
    static long carry(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    private static boolean isUnsure(long fraction) {
        return ((fraction + ERROR) & -(2 * ERROR)) == 0;
    }

    /** A power of two, or one below the normal ones. */
    private static int putCarefully(long fraction, int exponent, byte[] target, int at) {
        int q = Math.max(exponent, 1) - 1 + LEAST_EXPONENT;
        if (exponent > 1) {
            int k = Interval.floorLog10OfThreeQuarters(q);
            return DecimalText.put(carefully(IMPLICIT_BIT, q, k, false), k, target, at);
        }
        long c = exponent == 0 ? fraction : IMPLICIT_BIT;
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
