package dev.gradlens.inspection.web;

import dev.gradlens.check.Oracle;
import dev.gradlens.wire.bind.NotSupportedYet;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where the numbers come from that the gradients are compared with. */
@Schema(name = "Oracle")
enum OracleName {
    /** Im J(θ + ih)/h in complex arithmetic, which shares no derivative code with backward and loses no digits. */
    COMPLEX_STEP,
    @NotSupportedYet
    CENTRAL_DIFFERENCE,
    @NotSupportedYet
    RIDDERS;

    static OracleName of(Oracle oracle) {
        return valueOf(oracle.name());
    }

    Oracle oracle() {
        return Oracle.valueOf(name());
    }
}
