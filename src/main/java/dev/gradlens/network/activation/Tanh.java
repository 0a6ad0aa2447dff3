package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z) = tanh z. */
public record Tanh() implements Elementwise {
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.map(Elementary.TANH, z);
    }

    /**
     * sech² z = 4e/(1 + e)² with e = exp(−2|z|); the usual 1 − tanh² z has no digit left at |z| = 19.
     */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        Matrix e = k.map(Elementary.EXP, k.multiply(k.map(Elementary.ABS, z), -2));
        Matrix onePlusE = k.add(e, 1);
        return k.divide(k.multiply(e, 4), k.multiply(onePlusE, onePlusE));
    }
}
