package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonBoolean;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A value of one kind that a function reads.
 *
 * @param expected the kind in words
 * @param kind the values that are accepted
 * @param read gives null where it found a fault
 */
record ScalarBinding<V extends JsonValue>(String expected, Class<V> kind, BiFunction<V, Place, @Nullable Object> read)
        implements Binding {

    /** The binding of a scalar type, null for any other. */
    static @Nullable Binding of(Class<?> type) {
        if (type == Double.class) {
            return new ScalarBinding<>("a number", JsonNumber.class, Numbers::toDouble);
        } else if (type == Boolean.class) {
            return new ScalarBinding<>("true or false", JsonBoolean.class, (bool, place) -> bool.value());
        } else if (type == String.class) {
            return new ScalarBinding<>("a string", JsonString.class, (string, place) -> string.text());
        }
        return IntegerBinding.of(type, Range.ANY);
    }

    @Override
    public boolean accepts(JsonValue value) {
        return kind.isInstance(value);
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        return read.apply(kind.cast(value), place);
    }
}
