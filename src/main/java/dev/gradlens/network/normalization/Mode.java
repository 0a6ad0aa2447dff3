package dev.gradlens.network.normalization;

/** Whose statistics batch normalization uses. */
public enum Mode {
    /** The batch's own, which depend on Z. */
    TRAINING,
    /** The running ones, which are constants. */
    INFERENCE
}
