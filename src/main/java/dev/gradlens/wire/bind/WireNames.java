package dev.gradlens.wire.bind;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of things on the wire: what {@code @JsonProperty} says, else the name of a record's component as it is, and
 * that of a constant in camel case ({@code insideSqrt} for {@code INSIDE_SQRT}).
 */
public final class WireNames {
    private WireNames() {}

    public static String of(RecordComponent component) {
        String given = given(component.getAccessor());
        return given != null ? given : component.getName();
    }

    public static String of(Enum<?> constant) {
        String given = given(field(constant));
        return given != null ? given : camelCase(constant.name());
    }

    /** The field that holds a constant, with its annotations. */
    public static Field field(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String given(AnnotatedElement element) {
        JsonProperty property = element.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? null : property.value();
    }

    private static String camelCase(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : capitalized(word));
        }
        return name.toString();
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
