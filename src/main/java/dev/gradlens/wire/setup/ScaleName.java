package dev.gradlens.wire.setup;

/** Of what the gradients are derivatives: of J, or of m·J but for those of parameters. */
public enum ScaleName {
    COST,
    MEAN_IN_PARAMETERS
}
