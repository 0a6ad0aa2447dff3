package dev.gradlens.network.loss;

import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Binary cross-entropy of logits, summed over the outputs: −Y·log σ(A) − (1 − Y)·log σ(−A), where Y may be soft.
 *
 * <p>dA = (σ(A) − Y)/m, computed as (1 − Y)·σ(A) − Y·σ(−A), which keeps the digits of a saturated output.
 */
public record SigmoidBinaryCrossEntropy() implements Loss {

    @Override
    public double cost(Kernels k, Output output) {
        return ofLogits(k, output.a(), output.y());
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        return gradient(k, output.a(), output.y());
    }

    /** Y·softplus(−z) + (1 − Y)·softplus(z), as −log σ(z) = softplus(−z). */
    static double ofLogits(Kernels k, Matrix logits, Matrix y) {
        Softplus softplus = new Softplus();
        Matrix ofPositive = k.multiply(y, softplus.forward(k, k.multiply(logits, -1)));
        Matrix ofNegative = k.multiply(oneMinus(k, y), softplus.forward(k, logits));
        return Sums.meanOverBatch(k, k.add(ofPositive, ofNegative));
    }

    /** The gradient of the logits. */
    static Matrix gradient(Kernels k, Matrix logits, Matrix y) {
        Sigmoid sigmoid = new Sigmoid();
        Matrix pushedDown = k.multiply(oneMinus(k, y), sigmoid.forward(k, logits));
        Matrix pushedUp = k.multiply(y, sigmoid.forward(k, k.multiply(logits, -1)));
        return k.multiply(k.subtract(pushedDown, pushedUp), 1.0 / logits.rows());
    }

    static Matrix oneMinus(Kernels k, Matrix y) {
        return k.add(k.multiply(y, -1), 1);
    }
}
