package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;

/** The simplest schemas, of which others are made. */
final class Parts {
    static final String NUMBER = "number";
    static final String INTEGER = "integer";
    static final String STRING = "string";
    static final String BOOLEAN = "boolean";

    private Parts() {}

    static Schema<?> of(String type) {
        return new JsonSchema().types(Set.of(type));
    }

    static Schema<?> of(String type, String format) {
        return of(type).format(format);
    }

    static Schema<?> array(Schema<?> items) {
        return of("array").items(items);
    }

    /** An array of one item or more, as every tensor of a request is. */
    static Schema<?> filled(Schema<?> items) {
        return array(items).minItems(1);
    }

    static Schema<?> names(List<String> names) {
        Schema<Object> schema = new JsonSchema();
        schema.types(Set.of(STRING));
        names.forEach(schema::addEnumItemObject);
        return schema;
    }

    static Schema<?> oneOf(List<Schema<?>> alternatives) {
        JsonSchema schema = new JsonSchema();
        alternatives.forEach(schema::addOneOfItem);
        return schema;
    }

    static Schema<?> reference(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
