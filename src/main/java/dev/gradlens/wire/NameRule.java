package dev.gradlens.wire;

import org.jspecify.annotations.Nullable;

/** Names that clients give to what is kept: of data sets, features, classes, models and trainings. */
public final class NameRule {
    /** Characters: more is no name, and answers are full of them. */
    public static final int LONGEST = 200;

    private NameRule() {}

    /** What is wrong with a name, in words that follow that of its place; null where nothing is. */
    public static @Nullable String complaint(String name) {
        if (name.isBlank()) {
            return "must not be blank";
        }
        if (name.length() > LONGEST) {
            return "must have at most %d characters, got %d".formatted(LONGEST, name.length());
        }
        return name.codePoints().anyMatch(NameRule::isUnprintable)
                ? "must not hold control characters, got " + Echo.of(name)
                : null;
    }

    /** Says what is wrong with a name, where there is one and something is. */
    public static void check(@Nullable String name, Pointer place, Faults faults) {
        String complaint = name == null ? null : complaint(name);
        if (complaint != null) {
            faults.add(place, complaint);
        }
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
