package dev.gradlens.wire.bind;

import dev.gradlens.wire.Echo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of which one is to be given; those of things that are not built yet are known but not offered. */
final class Choice<T> {
    private final Map<String, T> offered = new LinkedHashMap<>();
    private final Set<String> notYet = new LinkedHashSet<>();

    void add(String name, T meant, boolean supported) {
        if (supported) {
            offered.put(name, meant);
        } else {
            notYet.add(name);
        }
    }

    /** What a name means; null, with a fault at the place, where that is nothing. */
    @Nullable
    T pick(String name, Place place) {
        T meant = offered.get(name);
        if (notYet.contains(name)) {
            place.fault(Echo.of(name) + " is not supported yet; use " + inWords());
        } else if (meant == null) {
            place.fault("must be " + inWords() + ", got " + Echo.of(name));
        }
        return meant;
    }

    boolean isNotYet(String name) {
        return notYet.contains(name);
    }

    /** {@code one of rows, columns}. */
    String inWords() {
        return (offered.size() == 1 ? "" : "one of ") + String.join(", ", offered.keySet());
    }
}
