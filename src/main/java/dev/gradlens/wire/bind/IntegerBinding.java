package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import java.lang.reflect.Type;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An integer.
 *
 * @param least that the type holds
 * @param most that the type holds
 * @param range what is allowed of these, as it is told to whoever sends one that the type does not hold
 * @param boxed makes a value of the type
 */
record IntegerBinding(long least, long most, Range range, LongFunction<Object> boxed) implements Binding {

    /** The binding of a type of integers within a range, null for any other type. */
    static @Nullable Binding of(Type type, Range range) {
        if (type == Integer.class) {
            return new IntegerBinding(Integer.MIN_VALUE, Integer.MAX_VALUE, range, Math::toIntExact);
        } else if (type == Long.class) {
            return new IntegerBinding(Long.MIN_VALUE, Long.MAX_VALUE, range, Long::valueOf);
        }
        return null;
    }

    @Override
    public String expected() {
        return "an integer";
    }

    @Override
    public boolean accepts(JsonValue value) {
        return value instanceof JsonNumber;
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        JsonNumber number = (JsonNumber) value;
        Long integer = number.integer();
        if (integer == null && Math.abs(number.value()) < 0x1p63) {
            place.fault("must be an integer, got " + Numbers.inWords(number.value()));
            return null;
        }
        if (integer == null || integer < least || integer > most) {
            place.fault("must be an integer from " + range.least(least) + " to " + range.most(most));
            return null;
        }
        return boxed.apply(integer);
    }
}
