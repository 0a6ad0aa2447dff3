package dev.gradlens.network.loss;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** The squared error summed over the outputs: Σ (A − Y)², so dA = 2(A − Y)/m. */
public record MeanSquaredError() implements Loss {
    @Override
    public double cost(Kernels k, Output output) {
        Matrix error = k.subtract(output.a(), output.y());
        return Sums.meanOverBatch(k, k.multiply(error, error));
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        return k.multiply(k.subtract(output.a(), output.y()), 2.0 / output.examples());
    }
}
