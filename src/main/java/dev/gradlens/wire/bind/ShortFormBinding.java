package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A type that may be given in full or as a scalar that stands for it. */
final class ShortFormBinding implements Binding {
    private final List<Binding> forms;

    private ShortFormBinding(List<Binding> forms) {
        this.forms = forms;
    }

    /** The binding of a type with its short forms, which is its long form alone where it has none. */
    static Binding orElse(Class<?> type, @Nullable Binding longForm) {
        Stream<Binding> shortForms = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ShortForm.class))
                .sorted(Comparator.comparing(Method::toString))
                .map(Form::of);
        List<Binding> forms =
                Stream.concat(shortForms, Stream.ofNullable(longForm)).toList();
        if (forms.isEmpty()) {
            throw Bindings.cannot(type);
        }
        return forms.size() == 1 ? forms.getFirst() : new ShortFormBinding(forms);
    }

    @Override
    public String expected() {
        return forms.stream().map(Binding::expected).collect(Collectors.joining(", or "));
    }

    @Override
    public boolean accepts(JsonValue value) {
        return forms.stream().anyMatch(form -> form.accepts(value));
    }

    @Override
    public @Nullable Object bind(JsonValue value, Place place) {
        return forms.stream()
                .filter(form -> form.accepts(value))
                .findFirst()
                .orElseThrow()
                .bind(value, place);
    }

    /** One scalar and the method that tells what it stands for. */
    private record Form(Binding scalar, Maker factory) implements Binding {
        static Binding of(Method method) {
            return new Form(Bindings.of(boxed(method.getParameterTypes()[0])), Maker.ofStatic(method));
        }

        private static Class<?> boxed(Class<?> type) {
            return MethodType.methodType(type).wrap().returnType();
        }

        @Override
        public String expected() {
            return scalar.expected();
        }

        @Override
        public boolean accepts(JsonValue value) {
            return scalar.accepts(value);
        }

        @Override
        public @Nullable Object bind(JsonValue value, Place place) {
            Object bound = scalar.bind(value, place);
            return bound == null ? null : factory.make(bound);
        }
    }
}
