package dev.gradlens.network.activation;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z)ⱼ = exp(zⱼ)/Σₖ exp(zₖ) over the outputs of each example; on the last layer only. */
public record Softmax() implements Activation {
    /** With the largest zₖ subtracted from each, so that nothing overflows. */
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        Matrix e = k.map(Elementary.EXP, k.subtract(z, k.max(z, Axis.COLUMNS)));
        return k.divide(e, k.sum(e, Axis.COLUMNS));
    }

    /** A ⊙ (dA − Σₖ dAₖ·Aₖ). */
    @Override
    public Matrix backward(Kernels k, Matrix z, Matrix a, Matrix dA) {
        Matrix weighted = k.sum(k.multiply(dA, a), Axis.COLUMNS); // m×1
        return k.multiply(a, k.subtract(dA, weighted));
    }
}
