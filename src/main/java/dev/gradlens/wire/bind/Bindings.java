package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the binding of a type, and keeps it: reflection is done once a type. */
final class Bindings {
    private static final Map<Type, Binding> KNOWN = new ConcurrentHashMap<>();

    private Bindings() {}

    static Binding of(Type type) {
        Binding known = KNOWN.get(type);
        if (known == null) {
            known = make(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Binding make(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListBinding(list.getActualTypeArguments()[0]);
        }
        if (!(type instanceof Class<?> plain)) {
            throw cannot(type);
        }
        Binding factory = FactoryBinding.of(plain);
        return factory != null ? factory : ShortFormBinding.orElse(plain, longForm(plain));
    }

    private static @Nullable Binding longForm(Class<?> type) {
        Binding scalar = ScalarBinding.of(type);
        if (scalar != null) {
            return scalar;
        } else if (type == JsonValue.class) {
            return new RawBinding();
        } else if (type.isEnum()) {
            return new EnumBinding(type);
        } else if (type.isRecord()) {
            return new RecordBinding(type);
        }
        return type.isSealed() ? new SealedBinding(type) : null;
    }

    static IllegalArgumentException cannot(Type type) {
        return new IllegalArgumentException("a request cannot hold " + type.getTypeName());
    }
}
