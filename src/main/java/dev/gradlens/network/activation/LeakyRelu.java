package dev.gradlens.network.activation;

import static dev.gradlens.network.activation.Constants.constant;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

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
        return k.selectPositive(z, constant(k, 1), constant(k, slope));
    }

    @Override
    public boolean hasKink() {
        return slope != 1;
    }
}
