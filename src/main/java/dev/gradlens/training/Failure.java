package dev.gradlens.training;

import org.jspecify.annotations.Nullable;

/**
 * Why a training could not go on.
 *
 * @param detail in words
 * @param step at which it ended; absent where that is not what matters
 */
public record Failure(Kind kind, String detail, @Nullable Long step) {

    /** What went wrong. */
    public enum Kind {
        /** The cost or a parameter is not finite. */
        DIVERGED,
        /** It ran longer than it was given. */
        DEADLINE,
        /** Its workers were lost time and again. */
        ATTEMPTS,
        /** What it needs could not be read, or written. */
        STORAGE
    }
}
