package dev.gradlens.inspection.web;

import dev.gradlens.check.Oracle;
import dev.gradlens.wire.bind.NotSupportedYet;

/** The oracles by their names. */
enum OracleName {
    COMPLEX_STEP,
    @NotSupportedYet
    CENTRAL_DIFFERENCE,
    @NotSupportedYet
    RIDDERS;

    Oracle oracle() {
        return Oracle.valueOf(name());
    }
}
