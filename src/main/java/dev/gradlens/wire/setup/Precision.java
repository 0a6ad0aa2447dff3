package dev.gradlens.wire.setup;

import dev.gradlens.wire.bind.NotSupportedYet;

/** Of the whole computation. */
public enum Precision {
    FLOAT64,
    @NotSupportedYet
    FLOAT32
}
