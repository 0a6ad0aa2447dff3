package dev.gradlens.wire.json;

import dev.gradlens.wire.numbers.NearestDouble;

/**
 * Reads numbers such as −12.345678 and 7, each with a comma right behind it: nearly all that tensors are made of. No branch
 * depends on a sign, which no processor could foresee.
 */
final class DecimalRun {
    /** Digits before the point at most: what separates them from the others has to fit into a long too. */
    private static final int DIGITS_BEFORE = 7;

    /** A {@code long} without a sign holds any so long. */
    private static final int DIGITS = 19;

    /** Instead of a place. */
    private static final int NONE = -1;

    private static final double[] EXACT_POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};

    private int last;
    private double magnitude;

    /** Where the number begins that was added last. */
    int last() {
        return last;
    }

    /** Adds numbers from a place on, and gives the place of the first that it does not add. Eight zeros end the bytes. */
    int read(byte[] bytes, int from, Doubles numbers) {
        int at = from;
        while (true) {
            int minus = ((Byte.toUnsignedInt(bytes[at]) ^ '-') - 1) >>> 31;
            int end = readMagnitude(bytes, at + minus, minus);
            if (end == NONE || bytes[end] != ',') {
                return at;
            }
            numbers.add(Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) | (long) minus << 63));
            last = at;
            at = end + 1;
        }
    }

    /** Gives the place behind a magnitude, if it is one. A negative integer is left, since an integer's zero has no sign. */
    private int readMagnitude(byte[] bytes, int start, int minus) {
        long eight = Digits.eight(bytes, start);
        int before = Digits.count(eight);
        boolean zeroFirst = (eight & 0xff) == 0;
        if (before == 0 || before > DIGITS_BEFORE || (zeroFirst && before > 1)) {
            return NONE;
        }
        int point = start + before;
        long whole = Digits.number(eight, before);
        if (bytes[point] != '.') {
            magnitude = whole;
            return minus == 0 ? point : NONE;
        }
        long tail = Digits.eight(bytes, point + 1);
        int behind = Digits.count(tail);
        if (behind == 0 || behind == Long.BYTES) {
            return behind == 0 ? NONE : readLong(bytes, point + 1, joined(whole, tail, behind), before);
        }
        magnitude = joined(whole, tail, behind) / EXACT_POWERS[behind];
        return point + 1 + behind;
    }

    private static long joined(long digits, long eight, int count) {
        return digits * Digits.power(count) + Digits.number(eight, count);
    }

    /** Goes on behind eight digits behind the point, and gives the place behind all, if there are not too many. */
    private int readLong(byte[] bytes, int start, long begun, int before) {
        long digits = begun;
        int end = start + Long.BYTES;
        int count = Long.BYTES;
        while (count == Long.BYTES && end - start + before <= DIGITS) {
            long eight = Digits.eight(bytes, end);
            count = Digits.count(eight);
            digits = count == 0 ? digits : joined(digits, eight, count);
            end += count;
        }
        if (end - start + before > DIGITS) {
            return NONE;
        }
        magnitude = NearestDouble.of(digits, start - end);
        return end;
    }
}
