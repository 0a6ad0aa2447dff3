package dev.gradlens.network.loss;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** Half of {@link MeanSquaredError}: ½·Σ (A − Y)², so dA = (A − Y)/m. */
public record HalfMeanSquaredError() implements Loss {
    @Override
    public double cost(Kernels k, Output output) {
        return k.precision().round(new MeanSquaredError().cost(k, output) / 2);
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        return k.multiply(k.subtract(output.a(), output.y()), 1.0 / output.examples());
    }
}
