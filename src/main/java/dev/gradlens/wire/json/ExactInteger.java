package dev.gradlens.wire.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Finds the integer that a number is, if it is one and a {@code long} holds it. */
final class ExactInteger {
    private static final double TWO_TO_63 = 0x1p63;

    private ExactInteger() {}

    static @Nullable Long of(double value) {
        boolean integral = value == Math.rint(value) && Math.abs(value) < TWO_TO_63;
        return integral ? (long) value : null;
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
