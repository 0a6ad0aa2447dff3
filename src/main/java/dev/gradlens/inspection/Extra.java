package dev.gradlens.inspection;

/** What an inspection shows on demand. */
public enum Extra {
    /** The paths of the chain rule whose sum is dZ. */
    PATHS,
    /** Identities that exact gradients satisfy. */
    LAWS,
    /** J along each backward's gradient. */
    DESCENT,
    /** The wrong backwards beside the exact one. */
    COMPARE_BACKWARDS,
    /** ∂Ztilda/∂Z of each normalization. */
    JACOBIAN,
    /** What each layer's products cost, and its normalization beside them. */
    RESOURCES,
    /** What the parameters were, for whoever did not give them. */
    PARAMETERS
}
