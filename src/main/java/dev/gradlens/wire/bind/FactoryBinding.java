package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type that reads itself. */
final class FactoryBinding implements Binding {
    private final String noun;
    private final Maker factory;

    private FactoryBinding(Class<?> type, Method method) {
        noun = Nouns.of(type);
        factory = Maker.ofStatic(method);
    }

    /** The binding of a type that has a method annotated {@link FromJson}, null for any other. */
    static @Nullable Binding of(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(FromJson.class))
                .findFirst()
                .map(method -> new FactoryBinding(type, method))
                .orElse(null);
    }

    @Override
    public String expected() {
        return noun;
    }

    @Override
    public boolean accepts(JsonValue value) {
        return true;
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        return factory.makeOrNull(value, place);
    }
}
