package dev.gradlens.network.loss;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.Optional;

/**
 * Cross-entropy of probabilities: −Σ Y·log A, where A is the output of a softmax.
 *
 * <p>dA = −Y/A / m, and the gradient of the softmax' argument is (A·ΣY − Y)/m, computed as in {@link SoftmaxCrossEntropy}.
 */
public record CrossEntropy() implements Loss {

    @Override
    public double cost(Kernels k, Output output) {
        return SoftmaxCrossEntropy.ofLogits(k, output.argument(), output.y());
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        return k.multiply(Quotients.targetOver(k, output.y(), output.a()), -1.0 / output.examples());
    }

    @Override
    public Optional<Matrix> dArgument(Kernels k, Output output) {
        return Optional.of(SoftmaxCrossEntropy.gradient(k, output.a(), output.y()));
    }

    @Override
    public Optional<Activation> requiredActivation() {
        return Optional.of(new Softmax());
    }
}
