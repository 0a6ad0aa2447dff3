package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = z·σ(z). Elfwing, Uchibe and Doya, "Sigmoid-Weighted Linear Units", 2018; also called swish. */
public record Silu() implements Elementwise {
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.multiply(Far.boundedBelow(k, z), k.map(Elementary.SIGMOID, z));
    }

    /** σ(z)·(1 + z·σ(−z)). */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        Matrix sigma = k.map(Elementary.SIGMOID, z);
        Matrix oneMinusSigma = k.map(Elementary.SIGMOID, k.multiply(z, -1));
        return k.multiply(sigma, k.add(k.multiply(Far.bounded(k, z), oneMinusSigma), 1));
    }
}
