package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue.JsonNumber;
import org.jspecify.annotations.Nullable;

/** Reads single numbers, and writes them in messages. */
final class Numbers {
    private Numbers() {}

    static @Nullable Object toDouble(JsonNumber number, Place place) {
        if (number.isBeyondDouble()) {
            place.fault("is beyond the range of a double");
            return null;
        }
        return number.value();
    }

    /** As short as can be: {@code 3} for 3.0. */
    static String inWords(double value) {
        boolean integral = value == Math.rint(value) && Math.abs(value) < 1e15;
        return integral ? Long.toString((long) value) : Double.toString(value);
    }
}
