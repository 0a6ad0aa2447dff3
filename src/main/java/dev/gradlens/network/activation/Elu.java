package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * g(z) = z where z &gt; 0, alpha·(eᶻ − 1) elsewhere. Clevert, Unterthiner and Hochreiter, "Fast and Accurate Deep Network
 * Learning by Exponential Linear Units", 2016, equation 15.
 *
 * @param alpha any finite number; 1 in the paper, and only then is the derivative continuous at 0
 */
public record Elu(double alpha) implements Elementwise {
    /** The paper's. */
    public static final double DEFAULT_ALPHA = 1;

    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.selectPositive(z, z, k.multiply(k.map(Elementary.EXPM1, z), alpha));
    }

    /** 1 where z &gt; 0, else alpha·eᶻ. */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.selectPositive(z, k.constant(1), k.multiply(k.map(Elementary.EXP, z), alpha));
    }

    @Override
    public Elu rounded(Precision precision) {
        return new Elu(precision.round(alpha));
    }

    @Override
    public boolean hasKink() {
        return alpha != 1;
    }
}
