package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = z. */
public record Identity() implements Elementwise {
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return z;
    }

    /** 1. */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.constant(1);
    }
}
