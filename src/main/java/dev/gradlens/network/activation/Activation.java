package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/** An activation function g: A = g(z), where z is Ztilda, or Z in a layer without normalization. Stateless. */
public sealed interface Activation permits Elementwise, Softmax {

    /** A = g(z), m×n. */
    Matrix forward(Kernels k, Matrix z);

    /**
     * The gradient of z, m×n.
     *
     * @param z what went in, m×n
     * @param a what came out, m×n
     * @param dA the gradient of a, m×n
     */
    Matrix backward(Kernels k, Matrix z, Matrix a, Matrix dA);

    /** The same with its constants as the nearest numbers of a precision. */
    default Activation rounded(Precision precision) {
        return this;
    }

    /** Whether the derivative does not exist at z = 0; the left one is used there. */
    default boolean hasKink() {
        return false;
    }
}
