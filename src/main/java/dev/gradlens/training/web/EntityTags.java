package dev.gradlens.training.web;

import dev.gradlens.training.Training;
import dev.gradlens.wire.AnyVersion;
import dev.gradlens.wire.PreconditionFailedException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The versions of a training as HTTP has them (RFC 9110, 8.8.3 and 13.1.1). */
final class EntityTags {

    private EntityTags() {}

    static String of(Training training) {
        return "\"" + training.version() + "\"";
    }

    /** Refuses to act on a version that none of these names; on any where the header is absent. */
    static Consumer<Training> condition(@Nullable String ifMatch) {
        return training -> {
            boolean matches = ifMatch == null
                    || Arrays.stream(ifMatch.split(",", -1))
                            .map(String::strip)
                            .anyMatch(tag -> AnyVersion.isMeant(tag) || tag.equals(of(training)));
            if (!matches) {
                throw new PreconditionFailedException("The training is at version %s by now.".formatted(of(training)));
            }
        };
    }
}
