package dev.gradlens.wire.bind;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A family of records of which the field {@code type} picks one. Jackson's {@code @JsonTypeInfo(property = …,
 * defaultImpl = …)} and {@code @JsonSubTypes} say how, since what writes answers and what writes the OpenAPI document
 * read them as well.
 */
final class SealedBinding implements Binding {
    private static final String NOWHERE = "is not a field here, whatever the type";

    private final String tag;
    private final Set<String> fields = new HashSet<>();
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
            fields.addAll(fieldsOf(type.value()));
            types.add(type.name(), type.value(), !type.value().isAnnotationPresent(NotSupportedYet.class));
        }
    }

    private static List<String> fieldsOf(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(WireNames::of).toList();
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
        Map<String, JsonValue> members = ((JsonObject) value).members();
        Class<?> type = pick(members.get(tag), place.member(tag));
        if (type == null && !isNotYet(members.get(tag))) {
            members.keySet().stream()
                    .filter(this::isUnknown)
                    .forEach(name -> UnknownField.refuse(name, place, NOWHERE));
        }
        return type == null ? null : Bindings.of(type).bind(value, place);
    }

    private boolean isNotYet(@Nullable JsonValue given) {
        return given instanceof JsonString name && types.isNotYet(name.text());
    }

    private boolean isUnknown(String name) {
        return !name.equals(tag) && !fields.contains(name);
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
