package dev.gradlens.wire.setup;

/** An activation g by its name. */
public enum ActivationName {
    /** z. */
    IDENTITY,
    /** max(0, z); the derivative at 0 is taken as 0, with a warning. */
    RELU,
    /** z for z &gt; 0, else slope·z. */
    LEAKY_RELU,
    /** z for z &gt; 0, else alpha·(exp z − 1). */
    ELU,
    /** tanh z. */
    TANH,
    /** 1/(1 + exp(−z)). */
    SIGMOID,
    /** log(1 + exp z). */
    SOFTPLUS,
    /** z·sigmoid(z). */
    SILU,
    /** z·Φ(z), the exact form by erf. */
    GELU,
    /** exp z over their sum over the units; on the last layer only. */
    SOFTMAX
}
