package dev.gradlens.check;

/** What a check shows beside its verdicts. */
public enum Illustration {
    /** How the oracle's error depends on its step. */
    STEP_SIZE_CURVE,
    /** How J leaves its tangent. */
    TAYLOR_TEST
}
