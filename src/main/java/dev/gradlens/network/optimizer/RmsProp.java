package dev.gradlens.network.optimizer;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.List;

/**
 * RMSProp, with momentum where μ is not 0.
 *
 * <pre>
 * g ← g + λ·w        q ← α·q + (1 − α)·g²        v ← μ·v + g / (√q + ε)        w ← w − η·v
 * </pre>
 *
 * <p>Tieleman and Hinton, "Neural Networks for Machine Learning", 2012, lecture 6.5; ε outside of the root, as in PyTorch.
 *
 * @param alpha α in [0, 1)
 * @param epsilon ε ≥ 0
 * @param momentum μ in [0, 1)
 */
public record RmsProp(double alpha, double epsilon, double momentum, double weightDecay) implements Optimizer {
    @Override
    public int memories() {
        return momentum == 0 ? 1 : 2;
    }

    @Override
    public Moved step(Kernels k, Matrix w, Matrix gradient, List<Matrix> memory, double learningRate, long t) {
        Matrix g = decayed(k, w, gradient);
        Matrix q = k.add(k.multiply(memory.getFirst(), alpha), k.multiply(k.multiply(g, g), 1 - alpha));
        Matrix root = k.add(k.map(Elementary.SQRT, q), epsilon);
        if (momentum == 0) {
            return new Moved(k.subtract(w, k.divide(k.multiply(g, learningRate), root)), List.of(q));
        }
        Matrix v = k.add(k.multiply(memory.get(1), momentum), k.divide(g, root));
        return new Moved(k.subtract(w, k.multiply(v, learningRate)), List.of(q, v));
    }
}
