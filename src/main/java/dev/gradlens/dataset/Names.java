package dev.gradlens.dataset;

import dev.gradlens.wire.Echo;
import org.jspecify.annotations.Nullable;

/** Names of data sets, features and classes. */
public final class Names {
    /** Characters: more is no name, and answers are full of them. */
    public static final int LONGEST = 200;

    private Names() {}

    /** What is wrong with a name, in words that follow that of its place; null where nothing is. */
    public static @Nullable String complaint(String name) {
        if (name.isBlank()) {
            return "must not be blank";
        }
        if (name.length() > LONGEST) {
            return "must have at most %d characters, got %d".formatted(LONGEST, name.length());
        }
        return name.codePoints().anyMatch(Names::isUnprintable)
                ? "must not hold control characters, got " + Echo.of(name)
                : null;
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
