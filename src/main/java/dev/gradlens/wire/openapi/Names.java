package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.annotations.media.Schema;

/** What schemas are called, which is what generated clients call their classes. */
final class Names {
    private static final String FORM = "Form";

    private Names() {}

    /**
     * What {@code @Schema(name = …)} says; else the type's own name without {@code Form}; that of a member of a family
     * followed by the family's ({@code DenseLayer}), and that of a constant's type after the type it belongs to
     * ({@code EpsilonPlacement}).
     */
    static String of(Class<?> type) {
        Schema given = type.getAnnotation(Schema.class);
        if (given != null && !given.name().isEmpty()) {
            return given.name();
        }
        Class<?> outer = type.getDeclaringClass();
        String name = stripped(type);
        if (outer != null && outer.isSealed()) {
            return name + stripped(outer);
        }
        return outer != null && type.isEnum() ? stripped(outer) + name : name;
    }

    /** Whether clients send it, so that a field that it does not have is refused. */
    static boolean isSent(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return type.getSimpleName().endsWith(FORM) || (outer != null && isSent(outer));
    }

    /** The alternative to a short form. */
    static String inFull(Class<?> type) {
        return of(type) + "InFull";
    }

    private static String stripped(Class<?> type) {
        String name = type.getSimpleName();
        return name.endsWith(FORM) ? name.substring(0, name.length() - FORM.length()) : name;
    }
}
