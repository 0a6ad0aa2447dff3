package dev.gradlens.wire.setup;

import io.swagger.v3.oas.annotations.media.Schema;

/** Of what the gradients are derivatives. With a given upstream gradient there is no 1/m, and both are the same. */
@Schema(name = "GradientScale")
public enum ScaleName {
    /** Every gradient is of J. */
    COST,
    /** Gradients of parameters are of J, all others of m·J: the 1/m is taken in dW, db, dgamma and dbeta. */
    MEAN_IN_PARAMETERS
}
