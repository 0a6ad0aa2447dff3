package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = max(z, 0). Nair and Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines", 2010. */
public record Relu() implements Elementwise {
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.selectPositive(z, z, k.constant(0));
    }

    /** 1 where z &gt; 0, else 0. */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.selectPositive(z, k.constant(1), k.constant(0));
    }

    @Override
    public boolean hasKink() {
        return true;
    }
}
