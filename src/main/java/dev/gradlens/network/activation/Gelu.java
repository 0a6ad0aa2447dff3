package dev.gradlens.network.activation;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * g(z) = z·Φ(z), with Φ the distribution function of the standard normal: the exact form with erf, not the one with tanh.
 * Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016.
 */
public record Gelu() implements Elementwise {
    private static final double ONE_OVER_SQRT_2_PI = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.multiply(Far.boundedBelow(k, z), normalCdf(k, z));
    }

    /** Φ(z) + z·φ(z), with φ(z) = exp(−z²/2)/√(2π). */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        Matrix density = k.multiply(k.map(Elementary.EXP, k.multiply(k.multiply(z, z), -0.5)), ONE_OVER_SQRT_2_PI);
        return k.add(normalCdf(k, z), k.multiply(Far.bounded(k, z), density));
    }

    /** Φ(z) = erfc(−z/√2)/2; (1 + erf(z/√2))/2 would lose the tail. */
    private static Matrix normalCdf(Kernels k, Matrix z) {
        return k.multiply(k.map(Elementary.ERFC, k.multiply(z, -Math.sqrt(0.5))), 0.5);
    }
}
