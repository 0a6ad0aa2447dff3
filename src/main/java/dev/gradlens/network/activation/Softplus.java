package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = log(1 + eᶻ). Dugas et al., "Incorporating Second-Order Functional Knowledge for Better Option Pricing", 2000. */
public record Softplus() implements Elementwise {
    /** max(z, 0) + log(1 + exp(−|z|)), which does not overflow. */
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        Matrix positivePart = k.selectPositive(z, z, k.constant(0));
        Matrix e = k.map(Elementary.EXP, k.multiply(k.map(Elementary.ABS, z), -1));
        return k.add(positivePart, k.map(Elementary.LOG1P, e));
    }

    /** σ(z). */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.map(Elementary.SIGMOID, z);
    }
}
