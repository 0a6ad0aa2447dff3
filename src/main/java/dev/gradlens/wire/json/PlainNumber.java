package dev.gradlens.wire.json;

import dev.gradlens.wire.numbers.NearestDouble;
import java.nio.charset.StandardCharsets;

/** A number as it is read from bytes: what RFC 8259 has as one, as long as it is not extraordinarily long. */
final class PlainNumber {
    /** Given for the place behind what is no such number. */
    static final int NONE = -1;

    /** A {@code long} without a sign holds any so long. */
    private static final int EXACT_DIGITS = 19;

    /** A power of ten that needs more is of no use. */
    private static final int EXPONENT_DIGITS = 4;

    /** Characters of one that is not left to the tokenizer, which has a bound of its own, much above. */
    private static final int LONGEST = 1024;

    private final Digits digits = new Digits();
    private double value;
    private boolean rounded;

    /** What was read last. */
    double value() {
        return value;
    }

    /** Whether it is from 2⁵³ to 2⁶³ and no {@code long} that a double holds exactly. */
    boolean isRounded() {
        return rounded;
    }

    /** Reads the number that begins at a place and gives the place behind it. Eight bytes have to follow, none a digit. */
    int read(byte[] bytes, int at) {
        int start = bytes[at] == '-' ? at + 1 : at;
        digits.clear();
        int point = digits.read(bytes, start);
        if (point == start || (bytes[start] == '0' && point > start + 1)) {
            return NONE;
        }
        int mantissa = bytes[point] == '.' ? digits.read(bytes, point + 1) : point;
        if (mantissa == point + 1) {
            return NONE;
        }
        int power = mantissa == point ? 0 : point + 1 - mantissa;
        boolean exact = mantissa - start <= EXACT_DIGITS || significant(bytes, start, point, mantissa) <= EXACT_DIGITS;
        if ((bytes[mantissa] | ' ') == 'e') {
            return readExponent(bytes, at, mantissa + 1, power, exact);
        }
        return take(bytes, at, mantissa, power, exact, mantissa > point);
    }

    private int readExponent(byte[] bytes, int at, int start, int power, boolean exact) {
        int first = bytes[start] == '-' || bytes[start] == '+' ? start + 1 : start;
        int end = first;
        int magnitude = 0;
        while (bytes[end] >= '0' && bytes[end] <= '9' && end <= first + EXPONENT_DIGITS) {
            magnitude = 10 * magnitude + bytes[end++] - '0';
        }
        if (end == first || end > first + EXPONENT_DIGITS) {
            return NONE;
        }
        return take(bytes, at, end, bytes[start] == '-' ? power - magnitude : power + magnitude, exact, true);
    }

    private int take(byte[] bytes, int at, int end, int power, boolean exact, boolean real) {
        if (end - at > LONGEST) {
            return NONE;
        }
        value = exact
                ? signed(NearestDouble.of(digits.value(), power), bytes[at] == '-', real)
                : Double.parseDouble(text(bytes, at, end));
        rounded = ExactInteger.mayBeRounded(value) && ExactInteger.isRounded(text(bytes, at, end), value);
        return end;
    }

    /** An integer's zero has no sign. */
    private static double signed(double magnitude, boolean negative, boolean real) {
        return negative && (real || magnitude != 0) ? -magnitude : magnitude;
    }

    /** How many digits there are from the first one on that is not 0. */
    private static int significant(byte[] bytes, int start, int point, int end) {
        int first = start;
        while (first < end && (bytes[first] == '0' || bytes[first] == '.')) {
            first++;
        }
        return first <= point && point < end ? end - first - 1 : end - first;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
