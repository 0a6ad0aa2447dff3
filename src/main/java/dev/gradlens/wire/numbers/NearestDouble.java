package dev.gradlens.wire.numbers;

/**
 * The double nearest to a decimal, of two equally near the even one: at once where digits and power of ten are doubles
 * (Clinger, "How to read floating point numbers accurately", 1990), else by Lemire's "Number parsing at a gigabyte per
 * second" (2021), which needs no second look (Mushtak and Lemire, "Fast number parsing without fallback", 2023).
 */
public final class NearestDouble {
    private static final long TWO_TO_53 = 1L << 53;
    private static final long IMPLICIT_BIT = 1L << 52;
    private static final int INFINITE_EXPONENT = 0x7ff;
    private static final int GREATEST_POWER = 308;

    /** The lowest bits of an upper half which say nothing about rounding unless all are set. */
    private static final long UNSURE = 0x1ff;

    private static final double[] EXACT_POWERS = new double[23];

    static {
        for (int n = 0; n < EXACT_POWERS.length; n++) {
            EXACT_POWERS[n] = Double.parseDouble("1e" + n);
        }
    }

    private NearestDouble() {}

    /**
     * The double nearest to digits·10^power; infinity where that rounds to more than the greatest.
     *
     * @param digits as an unsigned number, so that it holds any of 19 digits
     */
    public static double of(long digits, int power) {
        if (digits >= 0 && digits <= TWO_TO_53 && Math.abs(power) < EXACT_POWERS.length) {
            return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
        }
        if (digits == 0 || power < PowersOfTen.LEAST) {
            return 0;
        }
        return power > GREATEST_POWER ? Double.POSITIVE_INFINITY : byProduct(digits, power);
    }

    /** The product of the digits, shifted to the left, and the power's 128 bits, of which the lower half is seldom needed. */
    private static double byProduct(long digits, int power) {
        int shift = Long.numberOfLeadingZeros(digits);
        long factor = digits << shift;
        long reached = power < 0 ? 1 : 0; // negative powers are rounded up rather than cut off
        long powerLow = PowersOfTen.low(power) + reached;
        long powerHigh = PowersOfTen.high(power) + (reached == 1 && powerLow == 0 ? 1 : 0);
        long high = Math.unsignedMultiplyHigh(factor, powerHigh);
        long low = factor * powerHigh;
        if ((high & UNSURE) == UNSURE) {
            long more = low + Math.unsignedMultiplyHigh(factor, powerLow);
            high += Long.compareUnsigned(more, low) < 0 ? 1 : 0;
            low = more;
        }
        int exponent = PowersOfTen.floorLog2(power) + 63 - shift + 1023;
        return rounded(high, low, exponent, power);
    }

    /** Keeps 54 bits of a product, the last of which decides, and rounds. */
    private static double rounded(long high, long low, int exponentOfHalf, int power) {
        int carried = (int) (high >>> 63);
        int dropped = carried + 9;
        long kept = high >>> dropped;
        int exponent = exponentOfHalf + carried;
        if (exponent <= 0) {
            return subnormal(kept, exponent);
        }
        boolean exact = Long.compareUnsigned(low, 1) <= 0 && kept << dropped == high;
        boolean mayLieBetweenTwo = power >= -4 && power <= 23;
        if (exact && mayLieBetweenTwo && (kept & 3) == 1) {
            kept--;
        }
        return packed(halved(kept), exponent);
    }

    private static double subnormal(long kept, int exponent) {
        return exponent <= -Long.SIZE + 2 ? 0 : Double.longBitsToDouble(halved(kept >>> (1 - exponent)));
    }

    private static long halved(long kept) {
        return (kept + (kept & 1)) >>> 1;
    }

    private static double packed(long significand, int exponent) {
        boolean over = significand == TWO_TO_53;
        long exponentBits = over ? exponent + 1 : exponent;
        if (exponentBits >= INFINITE_EXPONENT) {
            return Double.POSITIVE_INFINITY;
        }
        return Double.longBitsToDouble((exponentBits << 52) | (over ? 0 : significand & ~IMPLICIT_BIT));
    }
}
