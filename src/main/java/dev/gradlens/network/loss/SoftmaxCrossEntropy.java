package dev.gradlens.network.loss;

import dev.gradlens.network.activation.Softmax;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Cross-entropy of logits: −Σ Y·log softmax(A), where Y may be a soft target that need not sum to 1.
 *
 * <p>dA = (P·ΣY − Y)/m with P = softmax(A). Written as P·(ΣY − Y) − Y·(1 − P) it subtracts nothing that nearly cancels when
 * Y is a class and P is close to it.
 */
public record SoftmaxCrossEntropy() implements Loss {

    @Override
    public double cost(Kernels k, Output output) {
        return ofLogits(k, output.a(), output.y());
    }

    @Override
    public Matrix dA(Kernels k, Output output) {
        Matrix p = new Softmax().forward(k, output.a());
        return gradient(k, p, output.y());
    }

    /** Σ Y·(log Σ exp z − z), the largest z taken out of the sum so that nothing overflows. */
    static double ofLogits(Kernels k, Matrix logits, Matrix y) {
        Matrix shifted = k.subtract(logits, k.max(logits, Axis.COLUMNS)); // m×n, ≤ 0
        Matrix logSum = k.map(Elementary.LOG, k.sum(k.map(Elementary.EXP, shifted), Axis.COLUMNS)); // m×1
        return Sums.meanOverBatch(k, k.multiply(y, k.subtract(logSum, shifted)));
    }

    /** The gradient of the logits, from their softmax. */
    static Matrix gradient(Kernels k, Matrix p, Matrix y) {
        Matrix otherTargets = k.subtract(k.sum(y, Axis.COLUMNS), y); // m×n
        Matrix difference = k.subtract(k.multiply(p, otherTargets), k.multiply(y, Softmax.complement(k, p)));
        return k.multiply(difference, 1.0 / p.rows());
    }
}
