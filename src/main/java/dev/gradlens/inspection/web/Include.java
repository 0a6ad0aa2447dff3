package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Extra;
import dev.gradlens.wire.bind.NotSupportedYet;

/** What an answer holds on demand. */
enum Include {
    PATHS,
    LAWS,
    DESCENT,
    COMPARE_BACKWARDS,
    @NotSupportedYet
    JACOBIAN,
    @NotSupportedYet
    RESOURCES;

    Extra extra() {
        return Extra.valueOf(name());
    }
}
