package dev.gradlens.wire.openapi;

import dev.gradlens.wire.bind.NotSupportedYet;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.Matrices;
import dev.gradlens.wire.tensors.Vector;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The schema of a record: what is not {@code @Nullable} is required, and what is not built yet is left out. */
final class RecordSchema {
    private static final JsonMapper JSON = new JsonMapper();
    private final SchemaWriter writer;

    RecordSchema(SchemaWriter writer) {
        this.writer = writer;
    }

    Schema<?> of(Class<?> type) {
        Schema<?> schema = Parts.of("object").description(Texts.of(type));
        FamilySchema.tagsOf(type)
                .forEach((tag, name) ->
                        schema.addProperty(tag, Parts.names(List.of(name))).addRequiredItem(tag));
        Stream.of(type.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(NotSupportedYet.class))
                .forEach(component -> add(component, schema));
        if (Names.isSent(type)) {
            schema.additionalProperties(false);
        }
        return schema;
    }

    private void add(RecordComponent component, Schema<?> schema) {
        String name = WireNames.of(component);
        schema.addProperty(name, property(component));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addRequiredItem(name);
        }
    }

    private Schema<?> property(RecordComponent component) {
        Schema<?> schema = schema(component);
        Ranges.show(component.getAccessor(), schema);
        schema.description(Texts.of(component));
        annotation(component)
                .map(io.swagger.v3.oas.annotations.media.Schema::defaultValue)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> showDefault(component, schema, text));
        return schema;
    }

    /** In words where the type has short forms: generators write clients that do not compile for a default of such a one. */
    private static void showDefault(RecordComponent component, Schema<?> schema, String text) {
        if (SchemaWriter.hasShortForms(component.getType())) {
            schema.description("%s; by default `%s`".formatted(schema.getDescription(), text));
        } else {
            schema.setDefault(value(text));
        }
    }

    private Schema<?> schema(RecordComponent component) {
        Vector vector = component.getAnnotation(Vector.class);
        return vector != null && vector.plain()
                ? Tensors.reals()
                : writer.of(component.getGenericType(), axes(component));
    }

    /** How many axes a tensor has. */
    private static int axes(RecordComponent component) {
        if (component.isAnnotationPresent(Vector.class)) {
            return 1;
        }
        return component.isAnnotationPresent(Matrices.class) ? 3 : Tensors.MATRIX_AXES;
    }

    private static Optional<io.swagger.v3.oas.annotations.media.Schema> annotation(RecordComponent component) {
        return Optional.ofNullable(
                component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class));
    }

    /** A default as JSON: a number or a boolean where the text is one, else the text itself. */
    private static Object value(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException name) {
            return text;
        }
    }
}
