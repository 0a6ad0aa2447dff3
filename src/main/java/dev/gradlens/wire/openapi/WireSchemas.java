package dev.gradlens.wire.openapi;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import dev.gradlens.wire.AnsweredEvents;
import dev.gradlens.wire.AnsweredLines;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedLines;
import dev.gradlens.wire.PostedText;
import dev.gradlens.wire.arrays.FiledAnswer;
import dev.gradlens.wire.arrays.PostedArrays;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes schemas of what is on the wire as binding reads it and as answers are written. Swagger's own converter would
 * show what a mapper sees in the classes: constants by their Java names, families as cycles, tensors as objects.
 */
final class WireSchemas implements ModelConverter {
    private static final String OURS = "dev.gradlens.";
    private static final List<Class<?>> OTHER_FORMS =
            List.of(FiledAnswer.class, AnsweredLines.class, AnsweredEvents.class);

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType type = Json31.mapper().constructType(annotated.getType());
        if (type.getRawClass() == PostedLines.class) {
            return new SchemaWriter(context).ofLines(type.containedType(0), type.containedType(1));
        }
        if (type.getRawClass() == PostedText.class) {
            return Parts.of(Parts.STRING).description("A text in a file, in UTF-8.");
        }
        if (type.getRawClass() == PostedArrays.class) {
            return Parts.of(Parts.STRING, "binary").description("A file of named arrays.");
        }
        if (type.getRawClass().getName().startsWith(OURS)) {
            return new SchemaWriter(context).of(onTheWire(type));
        }
        return others.hasNext() ? others.next().resolve(annotated, context, others) : null;
    }

    /** What is read or written in place of a type: what was posted, a line of many, or the document of an answer that has other forms too. */
    private static Type onTheWire(JavaType type) {
        if (type.getRawClass() == Posted.class || type.getRawClass() == AnsweredLines.class) {
            return type.containedType(0);
        }
        return Stream.of(type.getRawClass().getDeclaredMethods())
                .filter(_ -> OTHER_FORMS.stream().anyMatch(form -> form.isAssignableFrom(type.getRawClass())))
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .map(Method::getGenericReturnType)
                .findAny()
                .orElse(type);
    }
}
