package dev.gradlens.wire.bind;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls a constructor or a factory that was found by reflection. */
interface Maker {
    @Nullable
    Object call(@Nullable Object... arguments) throws ReflectiveOperationException;

    /** The result, null only where a factory gives that. */
    default @Nullable Object makeOrNull(@Nullable Object... arguments) {
        try {
            return call(arguments);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException("a request's own code failed", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    default Object make(@Nullable Object... arguments) {
        return Objects.requireNonNull(makeOrNull(arguments));
    }

    static Maker ofRecord(Class<?> type) {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = open(type.getDeclaredConstructor(types));
            return canonical::newInstance;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Maker ofStatic(Method method) {
        Method open = open(method);
        return arguments -> open.invoke(null, arguments);
    }

    private static <T extends AccessibleObject> T open(T hidden) {
        hidden.setAccessible(true);
        return hidden;
    }
}
