package dev.gradlens.wire.setup;

/** The activations by their names. */
public enum ActivationName {
    IDENTITY,
    RELU,
    LEAKY_RELU,
    ELU,
    TANH,
    SIGMOID,
    SOFTPLUS,
    SILU,
    GELU,
    SOFTMAX
}
