package dev.gradlens.inspection.web;

import dev.gradlens.wire.bind.NotSupportedYet;

/** How tensors are written. */
enum TensorFormat {
    /** A matrix is an array of rows, a vector an array. */
    NESTED,
    @NotSupportedYet
    FLAT,
    @NotSupportedYet
    BASE64,
    @NotSupportedYet
    SUMMARY,
    @NotSupportedYet
    NONE
}
