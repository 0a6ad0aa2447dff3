package dev.gradlens.diagnosis.judge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is looked for when it is first asked for, and then known. Used by one thread at a time. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> search;
    private @Nullable T found;

    Once(Supplier<T> search) {
        this.search = search;
    }

    @Override
    public T get() {
        T known = found;
        if (known == null) {
            known = search.get();
            found = known;
        }
        return known;
    }
}
