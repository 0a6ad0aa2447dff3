package dev.gradlens.tensor;

/**
 * Functions of one real number that {@link Kernels#map} applies to every entry.
 *
 * <p>Each is accurate to a few units in the last place over its whole range, its tails included: {@code ERFC} at 8 is
 * 1.1e-29 and not 0, {@code EXPM1} and {@code LOG1P} keep the digits of a small argument. NaN gives NaN.
 */
public enum Elementary {
    ABS,
    EXP,
    /** exp(x) − 1. */
    EXPM1,
    LOG,
    /** log(1 + x). */
    LOG1P,
    SQRT,
    TANH,
    /** 1 / (1 + exp(−x)). */
    SIGMOID,
    /** The complementary error function, 2/√π · ∫ₓ^∞ exp(−t²) dt. */
    ERFC
}
