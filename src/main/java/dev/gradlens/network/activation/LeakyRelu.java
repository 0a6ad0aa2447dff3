package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * g(z) = z where z &gt; 0, slope·z elsewhere. Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network
 * Acoustic Models", 2013.
 *
 * @param slope any finite number; 0.01 in the paper
 */
public record LeakyRelu(double slope) implements Elementwise {
    /** The paper's. */
    public static final double DEFAULT_SLOPE = 0.01;

    @Override
    public Matrix forward(Kernels k, Matrix z) {
        return k.selectPositive(z, z, k.multiply(z, slope));
    }

    /** 1 where z &gt; 0, else the slope. */
    @Override
    public Matrix slope(Kernels k, Matrix z) {
        return k.selectPositive(z, k.constant(1), k.constant(slope));
    }

    @Override
    public LeakyRelu rounded(Precision precision) {
        return new LeakyRelu(precision.round(slope));
    }

    @Override
    public boolean hasKink() {
        return slope != 1;
    }
}
