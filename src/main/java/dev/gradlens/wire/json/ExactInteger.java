package dev.gradlens.wire.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Finds the integer that a number is, if it is one and a {@code long} holds it. */
final class ExactInteger {
    private static final double TWO_TO_53 = 0x1p53;
    private static final double TWO_TO_63 = 0x1p63;

    private ExactInteger() {}

    static @Nullable Long of(double value) {
        boolean integral = value == Math.rint(value) && Math.abs(value) < TWO_TO_63;
        return integral ? (long) value : null;
    }

    /** Whether a number that reads as this may be none that a double holds exactly, although {@code long}s are near. */
    static boolean mayBeRounded(double value) {
        double magnitude = Math.abs(value);
        return magnitude >= TWO_TO_53 && magnitude <= TWO_TO_63;
    }

    /** Whether a text that reads as such a value is no {@code long} that a double holds exactly. */
    static boolean isRounded(String text, double value) {
        Long exact = of(text, value);
        return exact == null || value == TWO_TO_63 || exact != (long) value;
    }

    /** {@code value} is what {@code text} reads as, and guards the exact reading against absurd exponents. */
    static @Nullable Long of(String text, double value) {
        if (Math.abs(value) > TWO_TO_63) {
            return null;
        }
        if (value == 0) {
            return isZero(text) ? 0L : null;
        }
        BigDecimal exact = new BigDecimal(text).stripTrailingZeros();
        return exact.scale() > 0 ? null : fitting(exact.toBigInteger());
    }

    /** Whether a text that reads as 0 is 0, and not one as small as 1e-400. */
    private static boolean isZero(String text) {
        for (int i = 0; i < text.length() && "eE".indexOf(text.charAt(i)) < 0; i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Long fitting(BigInteger integer) {
        return integer.bitLength() < Long.SIZE ? integer.longValue() : null;
    }
}
