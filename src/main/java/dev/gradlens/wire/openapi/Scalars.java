package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas of single values. */
final class Scalars {
    private Scalars() {}

    /**
     * The schema of a scalar type, null for any other. A primitive double is one of an answer, since binding takes boxed
     * ones alone, and what was computed may be NaN.
     */
    static @Nullable Schema<?> of(Class<?> type) {
        if (type == double.class) {
            return Parts.reference(Tensors.REAL);
        } else if (type == Double.class) {
            return Parts.of(Parts.NUMBER, "double");
        } else if (type == int.class || type == Integer.class) {
            return Parts.of(Parts.INTEGER, "int32");
        } else if (type == long.class || type == Long.class) {
            return Parts.of(Parts.INTEGER, "int64");
        } else if (type == boolean.class || type == Boolean.class) {
            return Parts.of(Parts.BOOLEAN);
        }
        return type == String.class ? Parts.of(Parts.STRING) : null;
    }
}
