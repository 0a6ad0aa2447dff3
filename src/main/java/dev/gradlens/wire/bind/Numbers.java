package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue.JsonNumber;
import org.jspecify.annotations.Nullable;

/** Reads single numbers into the types that Java has for them. */
final class Numbers {
    private Numbers() {}

    static @Nullable Object toDouble(JsonNumber number, Place place) {
        if (number.isBeyondDouble()) {
            place.fault("is beyond the range of a double");
            return null;
        }
        return number.value();
    }

    static @Nullable Object toLong(JsonNumber number, Place place) {
        return integer(number, Long.MIN_VALUE, Long.MAX_VALUE, place);
    }

    static @Nullable Object toInteger(JsonNumber number, Place place) {
        Long integer = integer(number, Integer.MIN_VALUE, Integer.MAX_VALUE, place);
        return integer == null ? null : Math.toIntExact(integer);
    }

    private static @Nullable Long integer(JsonNumber number, long least, long most, Place place) {
        Long integer = number.integer();
        if (integer == null && Math.abs(number.value()) < 0x1p63) {
            place.fault("must be an integer, got " + inWords(number.value()));
            return null;
        }
        if (integer == null || integer < least || integer > most) {
            place.fault("must be an integer from " + least + " to " + most);
            return null;
        }
        return integer;
    }

    /** As short as can be: {@code 3} for 3.0. */
    static String inWords(double value) {
        boolean integral = value == Math.rint(value) && Math.abs(value) < 1e15;
        return integral ? Long.toString((long) value) : Double.toString(value);
    }
}
