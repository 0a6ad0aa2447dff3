package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = σ(z) = 1/(1 + e⁻ᶻ), the logistic function. */
public record Sigmoid() implements Elementwise {
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.map(Elementary.SIGMOID, z);
    }

    /** σ(z)·σ(−z); the usual σ·(1 − σ) loses its digits where σ is near 1. */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.multiply(forward(k, z), forward(k, k.multiply(z, -1)));
    }
}
