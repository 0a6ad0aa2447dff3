package dev.gradlens.wire.numbers;

/** The shortest decimal of a float, in the characters of {@link Float#toString(float)}; see {@link ShortestDouble}. */
final class ShortestFloat {
    private static final int FRACTION_BITS = 23;
    private static final int IMPLICIT_BIT = 1 << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -149;

    /** Multiples of the least float below this one have a decimal of one digit only, unless they are scaled by ten. */
    private static final int TINY = 8;

    /** Of 2⁻⁶⁴: more than a factor, which is how much the last bit of a power may change a product. */
    private static final long ERROR = 1L << 32;

    private ShortestFloat() {}

    /** Writes one that is positive and finite, given by its bits, and gives the place behind it. */
    static int put(int bits, byte[] target, int at) {
        int fraction = bits & (IMPLICIT_BIT - 1);
        int exponent = bits >>> FRACTION_BITS;
        if (fraction == 0 || exponent == 0) {
            return putCarefully(fraction, exponent, target, at);
        }
        long c = fraction | IMPLICIT_BIT;
        int q = exponent - 1 + LEAST_EXPONENT;
        int k = Interval.floorLog10OfPowerOfTwo(q);
        return DecimalText.putShort(digits(c, q, k), k, target, at);
    }

    /** The digits of the decimal of c·2^q, in units of 10ᵏ. */
    private static long digits(long c, int q, int k) {
        int shift = q + PowersOfTen.floorLog2(-k) + 1;
        long power = PowersOfTen.high(-k);
        long factor = c << (2 + shift);
        long fraction = power * factor;
        long number = Math.unsignedMultiplyHigh(power, factor);
        long halfStep = power >>> (63 - shift);
        long halfStepFraction = power << (shift + 1);
        long lowerFraction = fraction - halfStepFraction;
        long upperFraction = fraction + halfStepFraction;
        if (isUnsure(lowerFraction) || isUnsure(fraction) || isUnsure(upperFraction)) {
            return carefully(c, q, k, true);
        }
        long lower = number - halfStep - ShortestDouble.carry(lowerFraction, halfStepFraction, fraction);
        long upper = number + halfStep + ShortestDouble.carry(fraction, halfStepFraction, upperFraction);
        return Interval.digitsWithin(lower, number, upper);
    }

    private static boolean isUnsure(long fraction) {
        return ((fraction + ERROR) & -(2 * ERROR)) == 0;
    }

    /** A power of two, or one below the normal ones. */
    private static int putCarefully(int fraction, int exponent, byte[] target, int at) {
        int q = Math.max(exponent, 1) - 1 + LEAST_EXPONENT;
        if (exponent > 1) {
            int k = Interval.floorLog10OfThreeQuarters(q);
            return DecimalText.putShort(carefully(IMPLICIT_BIT, q, k, false), k, target, at);
        }
        int c = exponent == 0 ? fraction : IMPLICIT_BIT;
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
