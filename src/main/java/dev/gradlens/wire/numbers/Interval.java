package dev.gradlens.wire.numbers;

/**
 * Picks the decimal of a number out of the interval of reals that round to it, as Raffaello Giulietti's "The Schubfach way
 * to render doubles" (2020, revised 2022) has it: the fewest digits, and of those the nearest, but two digits at least.
 * The bounds of the interval and the number itself come four times over and divided by 10ᵏ; what is given back is the
 * integer d of the decimal d·10ᵏ.
 */
final class Interval {
    /** log₁₀ 2 in units of 2⁻²², cut off. */
    private static final int LOG10_OF_2 = 1_262_611;

    /** log₁₀ ¾ in the same units, negated. */
    private static final int MINUS_LOG10_OF_THREE_QUARTERS = 524_031;

    private Interval() {}

    /**
     * Where they are anything, each rounded to odd: cut off, with the lowest bit set where that was not exact.
     *
     * @param odd 1 where the number's significand is odd, so that the interval does without its ends, else 0
     */
    static long digits(long lower, long number, long upper, int odd) {
        long below = number >>> 2;
        if (below >= 100) {
            long tens = below / 10 * 10;
            boolean lowFits = lower + odd <= tens << 2;
            boolean highFits = ((tens + 10) << 2) + odd <= upper;
            if (lowFits != highFits) {
                return lowFits ? tens : tens + 10;
            }
        }
        return ofAllDigits(lower, number, upper, odd);
    }

    private static long ofAllDigits(long lower, long number, long upper, int odd) {
        long below = number >>> 2;
        boolean lowFits = lower + odd <= below << 2;
        boolean highFits = ((below + 1) << 2) + odd <= upper;
        if (lowFits != highFits) {
            return lowFits ? below : below + 1;
        }
        long beyondHalf = number - (2 * below + 1) * 2;
        boolean low = beyondHalf < 0 || (beyondHalf == 0 && (below & 1) == 0);
        return low ? below : below + 1;
    }

    /** ⌊log₁₀ 2^q⌋, for the exponents of doubles. */
    static int floorLog10OfPowerOfTwo(int q) {
        return (q * LOG10_OF_2) >> 22;
    }

    /** ⌊log₁₀ (¾·2^q)⌋, for the exponents of doubles. */
    static int floorLog10OfThreeQuarters(int q) {
        return (q * LOG10_OF_2 - MINUS_LOG10_OF_THREE_QUARTERS) >> 22;
    }
}
