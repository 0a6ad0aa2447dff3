package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** An activation that treats every entry alone, so that its derivative is a factor: dz = dA ⊙ g′(z). */
public sealed interface Elementwise extends Activation
        permits Identity, Relu, LeakyRelu, Elu, Tanh, Sigmoid, Softplus, Silu, Gelu {

    /** g′(z), m×n, accurate in the tails too; at a kink the left derivative. */
    Matrix slope(Kernels k, Matrix z);

    @Override
    default Matrix backward(Kernels k, Matrix z, Matrix a, Matrix dA) {
        return k.multiply(dA, slope(k, z));
    }
}
