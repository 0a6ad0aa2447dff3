package dev.gradlens.wire.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.gradlens.wire.bind.ShortForm;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells the schema of a type, and defines those of all that it holds by name. */
final class SchemaWriter {
    private final ModelConverterContext context;

    SchemaWriter(ModelConverterContext context) {
        this.context = context;
        Tensors.all().forEach(this::define);
    }

    /** The schema of any type that a request or an answer may hold: a reference where it has a name. */
    Schema<?> of(Type type) {
        return of(type, Tensors.MATRIX_AXES);
    }

    /** The same; the number of axes tells tensors apart. */
    Schema<?> of(Type type, int axes) {
        JavaType known = Json31.mapper().constructType(type);
        Class<?> raw = known.getRawClass();
        String tensor = Tensors.nameOf(raw, axes);
        if (tensor != null) {
            return Parts.reference(tensor);
        } else if (known.isCollectionLikeType()) {
            return Parts.array(of(known.getContentType()));
        } else if (known.isMapLikeType()) {
            return Parts.of("object").additionalProperties(entry(known.getContentType()));
        }
        Schema<?> scalar = Scalars.of(raw);
        return scalar != null ? scalar : named(raw);
    }

    /** What a map of an answer holds: a number was computed, and may be NaN. */
    private Schema<?> entry(JavaType type) {
        if (type.isCollectionLikeType() && type.getContentType().hasRawClass(Double.class)) {
            return Parts.array(Parts.reference(Tensors.REAL));
        }
        return type.hasRawClass(Double.class) ? Parts.reference(Tensors.REAL) : of(type);
    }

    /** The schema of lines: the first is of one type, all others are of another. */
    Schema<?> ofLines(Type first, Type further) {
        return Parts.oneOf(List.of(of(first), of(further)))
                .description(
                        "Lines, each a JSON document: the first is of the first form, every further one of the second.");
    }

    private Schema<?> named(Class<?> type) {
        List<Method> shortForms = shortForms(type);
        if (shortForms.isEmpty()) {
            return define(Names.of(type), () -> longForm(type));
        }
        if (!hasLongForm(type)) {
            return define(Names.of(type), () -> withShortForms(type, shortForms, List.of()));
        }
        Schema<?> inFull = define(Names.inFull(type), () -> longForm(type));
        return define(Names.of(type), () -> withShortForms(type, shortForms, List.of(inFull)));
    }

    static boolean hasShortForms(Class<?> type) {
        return !shortForms(type).isEmpty();
    }

    private static List<Method> shortForms(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ShortForm.class))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static boolean hasLongForm(Class<?> type) {
        return type.isEnum() || type.isRecord() || type.isSealed();
    }

    private Schema<?> withShortForms(Class<?> type, List<Method> shortForms, List<Schema<?>> inFull) {
        List<Schema<?>> alternatives = new ArrayList<>();
        shortForms.forEach(method -> alternatives.add(of(method.getGenericParameterTypes()[0])));
        alternatives.addAll(inFull);
        return Parts.oneOf(alternatives).description(Texts.of(type));
    }

    private Schema<?> longForm(Class<?> type) {
        if (type.isEnum()) {
            return EnumSchema.of(type);
        } else if (type.isRecord()) {
            return new RecordSchema(this).of(type);
        } else if (type.isSealed()) {
            return FamilySchema.of(type, this);
        }
        throw new IllegalArgumentException("the document cannot show " + type);
    }

    /** A reference to a schema, which is made unless it is known; its name stands for it while it is made. */
    private Schema<?> define(String name, Supplier<Schema<?>> schema) {
        if (!context.getDefinedModels().containsKey(name)) {
            define(name, Parts.of("object"));
            define(name, schema.get().name(name));
        }
        return Parts.reference(name);
    }

    private void define(String name, Schema<?> schema) {
        context.defineModel(name, schema);
    }
}
