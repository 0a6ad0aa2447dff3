package dev.gradlens.network.optimizer;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.List;

/**
 * Adam, and AdamW where weights decay apart from the gradient.
 *
 * <pre>
 * g ← g + λ·w                             or, decoupled,  w ← w − η·λ·w
 * p ← β₁·p + (1 − β₁)·g                   q ← β₂·q + (1 − β₂)·g²
 * w ← w − η/(1 − β₁ᵗ) · p / (√q/√(1 − β₂ᵗ) + ε)
 * </pre>
 *
 * <p>Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, algorithm 1; Loshchilov and Hutter, "Decoupled Weight
 * Decay Regularization", 2019, algorithm 2.
 *
 * @param beta1 β₁ in [0, 1)
 * @param beta2 β₂ in [0, 1)
 * @param epsilon ε ≥ 0
 * @param decoupled whether λ shrinks the weights themselves
 */
public record Adam(double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
        implements Optimizer {
    @Override
    public int memories() {
        return 2;
    }

    /** η/(1 − β₁ᵗ). */
    public double rate(double learningRate, long t) {
        return learningRate / (1 - Math.pow(beta1, (double) t));
    }

    /** 1/√(1 − β₂ᵗ). */
    public double rootScale(long t) {
        return 1 / Math.sqrt(1 - Math.pow(beta2, (double) t));
    }

    @Override
    public Moved step(Kernels k, Matrix w, Matrix gradient, List<Matrix> memory, double learningRate, long t) {
        Matrix g = decoupled ? gradient : decayed(k, w, gradient);
        Matrix shrunk = decoupled ? k.multiply(w, 1 - learningRate * weightDecay) : w;
        Matrix p = k.add(k.multiply(memory.get(0), beta1), k.multiply(g, 1 - beta1));
        Matrix q = k.add(k.multiply(memory.get(1), beta2), k.multiply(k.multiply(g, g), 1 - beta2));
        Matrix root = k.add(k.multiply(k.map(Elementary.SQRT, q), rootScale(t)), epsilon);
        Matrix move = k.divide(k.multiply(p, rate(learningRate, t)), root);
        return new Moved(k.subtract(shrunk, move), List.of(p, q));
    }
}
