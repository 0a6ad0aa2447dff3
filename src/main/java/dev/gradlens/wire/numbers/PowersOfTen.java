package dev.gradlens.wire.numbers;

import java.math.BigInteger;

/**
 * Powers of ten as 128 bits, cut off behind the last: 10ⁿ = (bits + δ)·2^(floorLog2(n) − 127) with δ from 0 to below 1,
 * and the highest bit set.
 */
final class PowersOfTen {
    /** Below, 19 digits are less than half of the least double. */
    static final int LEAST = -342;

    /** Brings the least double to an integer of two digits. */
    static final int GREATEST = 324;

    private static final int BITS = 128;

    /** Four less, since a spacing is below 16. */
    private static final int SPACING_BITS = 124;

    /** log₂ 10 in units of 2⁻³⁸, cut off. */
    private static final long LOG2_OF_10 = 913_124_641_741L;

    private static final long[] HIGH = new long[GREATEST - LEAST + 1];
    private static final long[] LOW = new long[GREATEST - LEAST + 1];

    static {
        BigInteger five = BigInteger.valueOf(5);
        for (int n = LEAST; n <= GREATEST; n++) {
            BigInteger power = five.pow(Math.abs(n));
            BigInteger bits = n < 0 ? reciprocal(power) : leading(power);
            HIGH[n - LEAST] = bits.shiftRight(Long.SIZE).longValue();
            LOW[n - LEAST] = bits.longValue();
        }
    }

    private PowersOfTen() {}

    private static BigInteger leading(BigInteger power) {
        return power.shiftLeft(BITS).shiftRight(power.bitLength());
    }

    private static BigInteger reciprocal(BigInteger power) {
        return BigInteger.ONE.shiftLeft(BITS - 1 + power.bitLength()).divide(power);
    }

    /** ⌊2¹²⁴·2^q/10ᵏ⌋, where 10ᵏ is no more than 2^q. */
    static BigInteger spacing(int q, int k) {
        return k > 0
                ? BigInteger.ONE.shiftLeft(q + SPACING_BITS).divide(BigInteger.TEN.pow(k))
                : BigInteger.TEN.pow(-k).shiftLeft(q + SPACING_BITS);
    }

    /** The upper 64 bits. */
    static long high(int n) {
        return HIGH[n - LEAST];
    }

    /** The lower 64 bits. */
    static long low(int n) {
        return LOW[n - LEAST];
    }

    /** ⌊log₂ 10ⁿ⌋. */
    static int floorLog2(int n) {
        return (int) ((n * LOG2_OF_10) >> 38);
    }
}
