package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Keeps a factor z finite where what it is multiplied by is 0, so that at infinity the product is its limit and not NaN.
 */
final class Far {
    /** From here on σ(−z) and exp(−z²/2) are 0, even in double precision. */
    private static final double BOUND = 1000;

    private Far() {}

    /** The larger of z and −{@link #BOUND}. */
    static Matrix boundedBelow(Kernels k, Matrix z) {
        return k.selectPositive(k.add(z, BOUND), z, k.constant(-BOUND));
    }

    /** The same, and at most {@link #BOUND}. */
    static Matrix bounded(Kernels k, Matrix z) {
        return k.selectPositive(k.add(z, -BOUND), k.constant(BOUND), boundedBelow(k, z));
    }
}
