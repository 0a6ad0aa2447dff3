package dev.gradlens.network.normalization;

/** How backward treats a normalization: right, or wrong in one of the two ways that people hope to get away with. */
public enum BackwardRule {
    /** The derivative. */
    EXACT,
    /** mu and sigma2 are held constant: dZ = dZnorm / s. */
    STATISTICS_AS_CONSTANTS,
    /** The formulas of a network without normalization: dZ = dZtilda. */
    SKIP_NORMALIZATION
}
