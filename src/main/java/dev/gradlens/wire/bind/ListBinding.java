package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An array, item by item; a faulty item is null in the list, so that the others keep their places. */
final class ListBinding implements Binding {
    private final Type item;

    ListBinding(Type item) {
        this.item = item;
    }

    @Override
    public String expected() {
        return "an array";
    }

    @Override
    public boolean accepts(JsonValue value) {
        return JsonItems.of(value) != null;
    }

    @Override
    public Object bind(JsonValue value, Place place) {
        List<JsonValue> items = Objects.requireNonNull(JsonItems.of(value));
        Binding binding = Bindings.of(item);
        List<@Nullable Object> bound = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            bound.add(binding.bindAny(items.get(i), place.item(i)));
        }
        return Collections.unmodifiableList(bound);
    }
}
