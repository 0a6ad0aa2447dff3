package dev.gradlens.network.loss;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.Optional;

/**
 * Binary cross-entropy of probabilities, summed over the outputs: −Y·log A − (1 − Y)·log(1 − A), where A is the output of a
 * sigmoid and 1 − A is taken as σ(−z).
 *
 * <p>dA = ((1 − Y)/(1 − A) − Y/A)/m, and the gradient of the sigmoid's argument is (A − Y)/m, computed as in
 * {@link SigmoidBinaryCrossEntropy}.
 */
public record BinaryCrossEntropy() implements Loss {

    @Override
    public double cost(Kernels k, Output output) {
        return SigmoidBinaryCrossEntropy.ofLogits(k, output.argument(), output.y());
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        Matrix oneMinusA = new Sigmoid().forward(k, k.multiply(output.argument(), -1));
        Matrix oneMinusY = SigmoidBinaryCrossEntropy.oneMinus(k, output.y());
        Matrix ofNegative = Quotients.targetOver(k, oneMinusY, oneMinusA);
        Matrix ofPositive = Quotients.targetOver(k, output.y(), output.a());
        return k.multiply(k.subtract(ofNegative, ofPositive), 1.0 / output.examples());
    }

    @Override
    public Optional<Matrix> dArgument(Kernels k, Output output) {
        return Optional.of(SigmoidBinaryCrossEntropy.gradient(k, output.argument(), output.y()));
    }

    @Override
    public Optional<Activation> requiredActivation() {
        return Optional.of(new Sigmoid());
    }
}
