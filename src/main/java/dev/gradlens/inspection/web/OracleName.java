package dev.gradlens.inspection.web;

import dev.gradlens.check.Oracle;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where the numbers come from that the gradients are compared with. */
@Schema(name = "Oracle")
enum OracleName {
    /** Im J(θ + ih)/h in complex arithmetic, which shares no derivative code with backward and loses no digits. */
    COMPLEX_STEP,
    /** (J(θ + h) − J(θ − h))/2h, which is what most people write first. */
    CENTRAL_DIFFERENCE,
    /** Central differences of ever smaller h, extrapolated to h = 0, with an estimate of what is left. */
    RIDDERS;

    static OracleName of(Oracle oracle) {
        return valueOf(oracle.name());
    }

    Oracle oracle() {
        return Oracle.valueOf(name());
    }
}
