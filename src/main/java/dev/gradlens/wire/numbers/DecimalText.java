package dev.gradlens.wire.numbers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Lays a decimal out as {@link Double#toString(double)} does: plainly from 10⁻³ to 10⁷, and with an exponent elsewhere; a comma
 * follows. Digits are moved eight at a time, the first in the lowest byte of a long, and what is written behind the end does
 * not matter. The numbers of a tensor come in all sizes, so that no processor could foresee a branch that depends on them:
 * all go the same way, by tables and shifts.
 */
final class DecimalText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** As many as a double needs. */
    private static final int MOST_DIGITS = 17;

    private static final int MOST_DIGITS_OF_A_FLOAT = 9;

    /** Zeros before all digits, since so many may have to be written: 0.00d₁d₂… is the longest that is laid out plainly. */
    private static final int ZEROS_BEFORE = 3;

    /** {@code 00000000}. */
    private static final long ZEROS = 0x3030_3030_3030_3030L;

    private static final long POWER_9 = 1_000_000_000;

    /** 2⁹³/10⁹, rounded up: near enough to divide 17 digits. */
    private static final long RECIPROCAL_OF_POWER_9 = 0x8970_5f41_36b4_a598L;

    /** 2⁵⁰/10⁶, rounded up: near enough to divide 9 digits. */
    private static final long MILLIONTH = 1_125_899_907;

    /** 2⁴⁰/10³, rounded up: near enough to divide 6 digits. */
    private static final long THOUSANDTH = 1_099_511_628;

    private static final long[] POWERS = new long[MOST_DIGITS + 1];

    /** The digits of each number below 1000, one in a byte. */
    private static final int[] THREE_DIGITS = new int[1 << 10];

    static {
        POWERS[0] = 1;
        for (int n = 1; n < POWERS.length; n++) {
            POWERS[n] = 10 * POWERS[n - 1];
        }
        for (int number = 0; number < 1000; number++) {
            THREE_DIGITS[number] = number / 100 | (number / 10 % 10) << 8 | (number % 10) << 16;
        }
    }

    private DecimalText() {}

    /** Writes digits·10^exponent, of 1 to 17 digits, and gives the place behind it. */
    static int put(long digits, int exponent, byte[] target, int at) {
        int missing = MOST_DIGITS - length(digits);
        return putAligned(digits * POWERS[missing], exponent - missing, target, at);
    }

    /** The same for 1 to 9 digits. */
    static int putShort(long digits, int exponent, byte[] target, int at) {
        int missing = MOST_DIGITS_OF_A_FLOAT - length(digits);
        return putShortAligned(digits * POWERS[missing], exponent - missing, target, at);
    }

    private static int length(long digits) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(digits);
        int least = (bits * 1233) >> 12; // log₁₀ 2 in units of 2⁻¹²
        return least + 1 - (int) ((digits - POWERS[least]) >>> 63);
    }

    /**
     * Writes digits·10^exponent, of 13 to 17 digits, and gives the place behind it; 0·10⁻¹¹ stands for zero. The digits are taken
     * three at a time behind zeros, moved until no more zeros stand before them than are written, and parted by the point.
     */
    static int putAligned(long digits, int exponent, byte[] target, int at) {
        long head = Math.unsignedMultiplyHigh(digits, RECIPROCAL_OF_POWER_9) >>> 29;
        long tail = digits - head * POWER_9;
        long headMillions = (head * MILLIONTH) >>> 50;
        long headRest = head - headMillions * 1_000_000;
        long headThousands = (headRest * THOUSANDTH) >>> 40;
        long tailMillions = (tail * MILLIONTH) >>> 50;
        long tailRest = tail - tailMillions * 1_000_000;
        long tailThousands = (tailRest * THOUSANDTH) >>> 40;
        long fifth = three(tailThousands);
        long first = (three(headMillions) << 16) | (three(headThousands) << 40);
        long second = three(headRest - headThousands * 1000) | (three(tailMillions) << 24) | (fifth << 48);
        long third = (fifth >>> 16) | (three(tailRest - tailThousands * 1000) << 8);

        int before = Long.numberOfTrailingZeros(first) & -Byte.SIZE;
        int place = Layout.place(exponent + MOST_DIGITS + ZEROS_BEFORE - before / Byte.SIZE);
        int moved = before - Layout.zeroBits(place);
        long point = Layout.point(place);
        long one = (first >>> moved) | (second << 1 << ~moved);
        long two = (second >>> moved) | (third << 1 << ~moved);
        long three = third >>> moved;
        EIGHT.set(target, at, withPoint(one | ZEROS, point));
        EIGHT.set(target, at + 8, ((two | ZEROS) << 8) | ((one | ZEROS) >>> 56));
        EIGHT.set(target, at + 16, ((three | ZEROS) << 8) | ((two | ZEROS) >>> 56));
        long twoUpToThree = two | lastIfAny(three);
        int end = at + 1 + count(one | point | lastIfAny(twoUpToThree)) + count(twoUpToThree) + count(three);
        long behind = Layout.behind(place);
        EIGHT.set(target, end, behind);
        return end + Layout.length(behind);
    }

    /** Writes digits·10^exponent, of 5 to 9 digits, the same way, and gives the place behind it; 0·10⁻³ stands for zero. */
    static int putShortAligned(long digits, int exponent, byte[] target, int at) {
        long millions = (digits * MILLIONTH) >>> 50;
        long rest = digits - millions * 1_000_000;
        long thousands = (rest * THOUSANDTH) >>> 40;
        long middle = three(thousands);
        long first = (three(millions) << 24) | (middle << 48);
        long second = (middle >>> 16) | (three(rest - thousands * 1000) << 8);

        int before = Long.numberOfTrailingZeros(first) & -Byte.SIZE;
        int place = Layout.place(exponent + MOST_DIGITS_OF_A_FLOAT + ZEROS_BEFORE - before / Byte.SIZE);
        int moved = before - Layout.zeroBits(place);
        long point = Layout.point(place);
        long one = (first >>> moved) | (second << 1 << ~moved);
        long two = second >>> moved;
        EIGHT.set(target, at, withPoint(one | ZEROS, point));
        EIGHT.set(target, at + 8, ((two | ZEROS) << 8) | ((one | ZEROS) >>> 56));
        int end = at + 1 + count(one | point | lastIfAny(two)) + count(two);
        long behind = Layout.behind(place);
        EIGHT.set(target, end, behind);
        return end + Layout.length(behind);
    }

    private static long three(long number) {
        return THREE_DIGITS[(int) number & (THREE_DIGITS.length - 1)];
    }

    /** Eight characters of which those from the point's place on make room for it. */
    private static long withPoint(long eight, long point) {
        long behind = eight & -point;
        return (eight - behind) + (behind << 8) + point * '.';
    }

    /** How many bytes there are up to the last that is not 0. */
    private static int count(long eight) {
        return Long.BYTES - (Long.numberOfLeadingZeros(eight) >>> 3);
    }

    /** What fills the last byte, if there are any digits in those that follow. */
    private static long lastIfAny(long following) {
        return -following >>> 63 << 56;
    }
}
