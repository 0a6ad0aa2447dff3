package dev.gradlens.wire.numbers;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Lays a decimal out as {@link Double#toString(double)} does: plainly from 10⁻³ to 10⁷, and with an exponent elsewhere.
 * Digits are made and moved eight at a time, the first in the lowest byte of a long, and what is written behind the end
 * does not matter.
 */
final class DecimalText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** As many as a double needs. */
    private static final int MOST_DIGITS = 17;

    private static final int MOST_DIGITS_OF_A_FLOAT = 9;

    private static final int PLAIN_BELOW = 7;
    private static final int PLAIN_ABOVE = -3;

    /** {@code 00000000}. */
    private static final long ZEROS = 0x3030_3030_3030_3030L;

    /** {@code .0000000}. */
    private static final long ZERO_FRACTION = 0x3030_3030_3030_302eL;

    private static final long POWER_9 = 1_000_000_000;

    /** 2⁹³/10⁹, rounded up: near enough to divide 17 digits. */
    private static final long RECIPROCAL_OF_POWER_9 = 0x8970_5f41_36b4_a598L;

    /** 2³⁵/10, rounded up: near enough to divide 9 digits. */
    private static final long TENTH = 3_435_973_837L;

    private static final long[] POWERS = new long[MOST_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int n = 1; n < POWERS.length; n++) {
            POWERS[n] = 10 * POWERS[n - 1];
        }
    }

    private DecimalText() {}

    /** Writes digits·10^exponent, of 17 digits at most and positive, and gives the place behind it. */
    static int put(long digits, int exponent, byte[] target, int at) {
        int length = length(digits);
        return putAligned(digits * POWERS[MOST_DIGITS - length], exponent + length, target, at);
    }

    /** Writes aligned·10^(exponent − 17), of 17 digits. */
    static int putAligned(long aligned, int exponent, byte[] target, int at) {
        long head = Math.unsignedMultiplyHigh(aligned, RECIPROCAL_OF_POWER_9) >>> 29;
        long tail = aligned - head * POWER_9;
        long middle = (tail * TENTH) >>> 35;
        long last = tail - 10 * middle;
        long first = eight(head);
        long second = eight(middle);
        return put(first, second, last, count(first, second, last), exponent, target, at);
    }

    /** The same for 9 digits at most. */
    static int putShort(long digits, int exponent, byte[] target, int at) {
        int length = length(digits);
        long aligned = digits * POWERS[MOST_DIGITS_OF_A_FLOAT - length];
        long head = (aligned * TENTH) >>> 35;
        long last = aligned - 10 * head;
        long first = eight(head);
        int count = Math.max(count(first), MOST_DIGITS_OF_A_FLOAT & (int) (-last >> 63));
        return put(first, last, 0, count, exponent + length, target, at);
    }

    private static int length(long digits) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(digits);
        int least = (bits * 1233) >> 12; // log₁₀ 2 in units of 2⁻¹²
        return least + 1 - (int) ((digits - POWERS[least]) >>> 63);
    }

    /** How many digits there are before nothing but zeros follow. */
    private static int count(long first, long second, long last) {
        int most = second == 0 ? count(first) : Long.BYTES + count(second);
        return Math.max(most, MOST_DIGITS & (int) (-last >> 63));
    }

    private static int count(long eight) {
        return Long.BYTES - Long.numberOfLeadingZeros(eight) / Byte.SIZE;
    }

    /** Writes 0.d₁d₂…·10^exponent, of so many digits: eight, eight more, and the last. */
    private static int put(long first, long second, long last, int count, int exponent, byte[] target, int at) {
        if (exponent > PLAIN_ABOVE && exponent <= PLAIN_BELOW) {
            return putPlainly(first, second, last, count, exponent, target, at);
        }
        int end = putPlainly(first, second, last, count, 1, target, at);
        return putExponent(exponent - 1, target, end);
    }

    /**
     * What stands before the point is written with what follows it, over which then the point and the fraction are written.
     * That goes the same way for numbers below 1, of which none but the leading zero stands before the point.
     */
    private static int putPlainly(long first, long second, long last, int count, int exponent, byte[] target, int at) {
        int before = Math.max(exponent, 0);
        int moved = before * Byte.SIZE;
        int point = at + Math.max(exponent, 1);
        int fraction = point + 1 + before - exponent;
        EIGHT.set(target, at, before == 0 ? ZEROS : first | ZEROS);
        EIGHT.set(target, point, ZERO_FRACTION);
        EIGHT.set(target, fraction, (first >>> moved) | (second << 1 << (63 - moved)) | ZEROS);
        EIGHT.set(target, fraction + 8, (second >>> moved) | (last << 1 << (63 - moved)) | ZEROS);
        target[fraction + 16] = (byte) ('0' + last);
        return Math.max(fraction + count - before, point + 2);
    }

    private static int putExponent(int exponent, byte[] target, int at) {
        int end = at;
        target[end++] = 'E';
        if (exponent < 0) {
            target[end++] = '-';
        }
        int magnitude = Math.abs(exponent);
        if (magnitude >= 100) {
            target[end++] = (byte) ('0' + magnitude / 100);
        }
        if (magnitude >= 10) {
            target[end++] = (byte) ('0' + magnitude / 10 % 10);
        }
        target[end++] = (byte) ('0' + magnitude % 10);
        return end;
    }

    /** The eight digits of a number below 10⁸, one in each byte: split into halves of four, two and one in all at once. */
    private static long eight(long number) {
        long upper = (number * 109_951_163) >>> 40; // 109,951,163/2⁴⁰ is a 10,000th, near enough below 10⁸
        long fours = upper | ((number - upper * 10_000) << 32);
        long hundreds = ((fours * 10_486) >>> 20) & 0x7f_0000_007fL; // 10,486/2²⁰ is a hundredth, near enough below 10⁴
        long twos = hundreds | ((fours - 100 * hundreds) << 16);
        long tens = ((twos * 103) >>> 10) & 0x000f_000f_000f_000fL; // 103/2¹⁰ is a tenth, near enough below 100
        return tens | ((twos - 10 * tens) << 8);
    }
}
