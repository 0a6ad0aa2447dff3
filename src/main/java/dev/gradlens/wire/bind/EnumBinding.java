package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/** A string that names one of an enumeration. */
final class EnumBinding implements Binding {
    private final Choice<Enum<?>> constants = new Choice<>();

    EnumBinding(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            Enum<?> named = (Enum<?>) constant;
            boolean supported = !WireNames.field(named).isAnnotationPresent(NotSupportedYet.class);
            constants.add(WireNames.of(named), named, supported);
        }
    }

    @Override
    public String expected() {
        return constants.inWords();
    }

    @Override
    public boolean accepts(JsonValue value) {
        return value instanceof JsonString;
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        return constants.pick(((JsonString) value).text(), place);
    }
}
