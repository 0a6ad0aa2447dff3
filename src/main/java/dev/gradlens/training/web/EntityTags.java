package dev.gradlens.training.web;

import dev.gradlens.training.Training;
import dev.gradlens.wire.PreconditionFailedException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The versions of a training as HTTP has them (RFC 9110, 8.8.3 and 13.1.1). */
final class EntityTags {
    private static final String ANY = "*";

    private EntityTags() {}

    static String of(Training training) {
        return "\"" + training.version() + "\"";
    }

    /** Whether every version is known, as a header says; Spring compares tags, but does not know the asterisk. */
    static boolean isAny(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.strip().equals(ANY);
    }

    /** Refuses to act on a version that none of these names; on any where the header is absent. */
    static Consumer<Training> condition(@Nullable String ifMatch) {
        return training -> {
            boolean matches = ifMatch == null
                    || Arrays.stream(ifMatch.split(",", -1))
                            .map(String::strip)
                            .anyMatch(tag -> tag.equals(ANY) || tag.equals(of(training)));
            if (!matches) {
                throw new PreconditionFailedException("The training is at version %s by now.".formatted(of(training)));
            }
        };
    }
}
