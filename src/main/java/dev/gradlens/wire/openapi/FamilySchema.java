package dev.gradlens.wire.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.wire.bind.NotSupportedYet;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The schema of a sealed family: one of its members, which a field tells apart. */
final class FamilySchema {
    private FamilySchema() {}

    static Schema<?> of(Class<?> family, SchemaWriter writer) {
        Discriminator discriminator = new Discriminator().propertyName(tagOf(family));
        List<Schema<?>> members = new ArrayList<>();
        for (JsonSubTypes.Type member : members(family)) {
            Schema<?> reference = writer.of(member.value());
            members.add(reference);
            discriminator.mapping(member.name(), reference.get$ref());
        }
        return Parts.oneOf(members).discriminator(discriminator).description(Texts.of(family));
    }

    private static List<JsonSubTypes.Type> members(Class<?> family) {
        JsonSubTypes named = Objects.requireNonNull(family.getAnnotation(JsonSubTypes.class), family::getName);
        return Stream.of(named.value())
                .filter(member -> !member.value().isAnnotationPresent(NotSupportedYet.class))
                .toList();
    }

    private static String tagOf(Class<?> family) {
        return Objects.requireNonNull(family.getAnnotation(JsonTypeInfo.class), family::getName)
                .property();
    }

    /** The fields that tell a record apart in the families it belongs to, each with the record's own name. */
    static Map<String, String> tagsOf(Class<?> record) {
        Map<String, String> tags = new LinkedHashMap<>();
        Stream.of(record.getInterfaces())
                .filter(family -> family.isAnnotationPresent(JsonSubTypes.class))
                .forEach(family -> members(family).stream()
                        .filter(member -> member.value() == record)
                        .forEach(member -> tags.put(tagOf(family), member.name())));
        return tags;
    }
}
