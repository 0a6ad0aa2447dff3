package dev.gradlens.wire.openapi;

import dev.gradlens.wire.bind.NotSupportedYet;
import dev.gradlens.wire.bind.WireNames;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The schema of an enumeration: its names on the wire, but for those that are not built yet. */
final class EnumSchema {
    private EnumSchema() {}

    static Schema<?> of(Class<?> type) {
        List<Enum<?>> constants = Stream.of(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .filter(constant -> !WireNames.field(constant).isAnnotationPresent(NotSupportedYet.class))
                .toList();
        return Parts.names(constants.stream().map(WireNames::of).toList()).description(text(type, constants));
    }

    /** What the type is, and a line for each constant that is described. */
    private static @Nullable String text(Class<?> type, List<Enum<?>> constants) {
        String lines = constants.stream()
                .map(EnumSchema::line)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        String text = Texts.of(type);
        return lines.isEmpty() ? text : Objects.requireNonNullElse(text, "One of:") + "\n\n" + lines;
    }

    private static @Nullable String line(Enum<?> constant) {
        String text = Texts.of(constant);
        return text == null ? null : "- `" + WireNames.of(constant) + "`: " + text;
    }
}
