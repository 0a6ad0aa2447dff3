package dev.gradlens.wire.setup;

import dev.gradlens.wire.bind.NotSupportedYet;

/** Of the whole computation. */
public enum Precision {
    /** Double precision. */
    FLOAT64,
    @NotSupportedYet
    FLOAT32
}
