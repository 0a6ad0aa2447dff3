package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Extra;

/** What an answer holds on demand. */
enum Include {
    /** The three paths of the chain rule whose sum is dZ. */
    PATHS,
    /** Identities that exact gradients satisfy, evaluated on the ones shown. */
    LAWS,
    /** J along each backward's gradient, and whether it descends. */
    DESCENT,
    /** Each wrong backward beside the exact one, gradient by gradient. */
    COMPARE_BACKWARDS,
    /** The matrix ∂Ztilda/∂Z of each normalization, and how far its product with dZtilda is from dZ. */
    JACOBIAN,
    /** What each layer's products cost in operations, bytes and time, and its normalization beside them. */
    RESOURCES;

    Extra extra() {
        return Extra.valueOf(name());
    }
}
