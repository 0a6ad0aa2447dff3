package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request.
 *
 * @param name on the wire
 * @param type of Java
 * @param required whether it has to be there
 * @param supported false where it is not built yet
 * @param range the values allowed
 */
record Component(String name, Type type, boolean required, boolean supported, Range range) {
    static Component of(RecordComponent component) {
        if (component.getType().isPrimitive()) {
            throw new IllegalArgumentException(component + " has to be boxed, so that a faulty one can be absent");
        }
        return new Component(
                WireNames.of(component),
                component.getGenericType(),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                !component.isAnnotationPresent(NotSupportedYet.class),
                Range.of(component.getAccessor()));
    }

    @Nullable
    Object bind(@Nullable JsonValue value, Place place) {
        if (value == null) {
            return absent(place);
        }
        if (!supported) {
            place.fault("is not supported yet");
            return null;
        }
        Object bound = binding().bindAny(value, place);
        return bound == null || range.admits(bound, place) ? bound : null;
    }

    private @Nullable Object absent(Place place) {
        if (required && supported) {
            place.fault("is missing; it must be " + binding().expected());
        }
        return null;
    }

    private Binding binding() {
        Binding integer = IntegerBinding.of(type, range);
        return integer == null ? Bindings.of(type) : integer;
    }
}
