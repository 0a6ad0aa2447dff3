package dev.gradlens.wire.bind;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A family of records of which the field {@code type} picks one. Jackson's {@code @JsonTypeInfo(property = …,
 * defaultImpl = …)} and {@code @JsonSubTypes} say how, since what writes answers and what writes the OpenAPI document
 * read them as well.
 */
final class SealedBinding implements Binding {
    private final String tag;
    private final Choice<Class<?>> types = new Choice<>();
    private final @Nullable Class<?> whenAbsent;

    SealedBinding(Class<?> family) {
        JsonTypeInfo info = family.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes named = family.getAnnotation(JsonSubTypes.class);
        if (info == null || named == null) {
            throw Bindings.cannot(family);
        }
        tag = info.property();
        whenAbsent = info.defaultImpl() == JsonTypeInfo.class ? null : info.defaultImpl();
        for (JsonSubTypes.Type type : named.value()) {
            types.add(type.name(), type.value(), !type.value().isAnnotationPresent(NotSupportedYet.class));
        }
    }

    /** The fields by which a record is picked from the families it belongs to. */
    static List<String> tagsOf(Class<?> type) {
        return Stream.of(type.getInterfaces())
                .map(family -> family.getAnnotation(JsonTypeInfo.class))
                .filter(Objects::nonNull)
                .map(JsonTypeInfo::property)
                .toList();
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public boolean accepts(JsonValue value) {
        return value instanceof JsonObject;
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        Class<?> type = pick(((JsonObject) value).members().get(tag), place.member(tag));
        return type == null ? null : Bindings.of(type).bind(value, place);
    }

    private @Nullable Class<?> pick(@Nullable JsonValue given, Place place) {
        return switch (given) {
            case null -> absent(place);
            case JsonString name -> types.pick(name.text(), place);
            default -> wrong(given, place);
        };
    }

    private @Nullable Class<?> absent(Place place) {
        if (whenAbsent == null) {
            place.fault("is missing; it must be " + types.inWords());
        }
        return whenAbsent;
    }

    private @Nullable Class<?> wrong(JsonValue given, Place place) {
        place.fault("must be " + types.inWords() + ", got " + given.kind());
        return null;
    }
}
