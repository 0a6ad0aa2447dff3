package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object, field by field, into a record whose faulty components are null. */
final class RecordBinding implements Binding {
    private final String noun;
    private final List<Component> components;
    private final Set<String> names;
    private final Maker maker;

    RecordBinding(Class<?> type) {
        noun = Nouns.of(type);
        components = Stream.of(type.getRecordComponents()).map(Component::of).toList();
        names = new LinkedHashSet<>(SealedBinding.tagsOf(type));
        components.stream().filter(Component::supported).forEach(component -> names.add(component.name()));
        maker = Maker.ofRecord(type);
    }

    @Override
    public String expected() {
        return "an object";
    }

    @Override
    public boolean accepts(JsonValue value) {
        return value instanceof JsonObject;
    }

    @Override
    public Object bind(JsonValue value, Place place) {
        JsonObject object = (JsonObject) value;
        object.members().keySet().stream().filter(this::isUnknown).forEach(name -> refuse(name, place));
        @Nullable
        Object[] arguments = components.stream()
                .map(component ->
                        component.bind(object.members().get(component.name()), place.member(component.name())))
                .toArray();
        return maker.make(arguments);
    }

    private boolean isUnknown(String name) {
        return !names.contains(name)
                && components.stream().noneMatch(component -> component.name().equals(name));
    }

    private void refuse(String name, Place place) {
        String known = names.isEmpty() ? "it has no fields" : "its fields are " + String.join(", ", names);
        UnknownField.refuse(name, place, "is not a field of " + noun + "; " + known);
    }
}
