package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonNull;
import org.jspecify.annotations.Nullable;

/** How values of one Java type are made of JSON. */
interface Binding {
    /** What is allowed, in words: {@code a number}. */
    String expected();

    /** Whether a value is of an allowed kind. */
    boolean accepts(JsonValue value);

    /** Makes a Java value of an accepted one, null where that cannot be done; the reason is said at the place. */
    @Nullable
    Object bind(JsonValue value, Place place);

    /** Makes a Java value of any value, null where that cannot be done. */
    default @Nullable Object bindAny(JsonValue value, Place place) {
        if (value instanceof JsonNull) {
            place.fault("must not be null; leave it out, or give " + expected());
            return null;
        }
        if (!accepts(value)) {
            place.fault("must be " + expected() + ", got " + value.kind());
            return null;
        }
        return bind(value, place);
    }
}
