package dev.gradlens.wire.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.gradlens.wire.Posted;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Writes schemas of what is on the wire as binding reads it and as answers are written. Swagger's own converter would
 * show what a mapper sees in the classes: constants by their Java names, families as cycles, tensors as objects.
 */
final class WireSchemas implements ModelConverter {
    private static final String OURS = "dev.gradlens.";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType type = Json31.mapper().constructType(annotated.getType());
        if (type.getRawClass().getName().startsWith(OURS)) {
            JavaType told = type.getRawClass() == Posted.class ? type.containedType(0) : type;
            return new SchemaWriter(context).of(told);
        }
        return others.hasNext() ? others.next().resolve(annotated, context, others) : null;
    }
}
