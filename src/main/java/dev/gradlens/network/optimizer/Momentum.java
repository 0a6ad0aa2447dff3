package dev.gradlens.network.optimizer;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.List;

/**
 * Gradient descent with momentum, and without where μ is 0.
 *
 * <pre>
 * g ← g + λ·w        v ← μ·v + g        w ← w − η·v      or, looking ahead,  w ← w − η·(g + μ·v)
 * </pre>
 *
 * <p>Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013, for both; v holds
 * gradients rather than moves, as in PyTorch, so that η may change on the way.
 *
 * @param momentum μ in [0, 1)
 * @param looksAhead whether the momentum is Nesterov's
 */
public record Momentum(double momentum, boolean looksAhead, double weightDecay) implements Optimizer {

    /** Gradient descent without a memory. */
    public static Momentum none(double weightDecay) {
        return new Momentum(0, false, weightDecay);
    }

    @Override
    public int memories() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public Moved step(Kernels k, Matrix w, Matrix gradient, List<Matrix> memory, double learningRate, long t) {
        Matrix g = decayed(k, w, gradient);
        if (momentum == 0) {
            return new Moved(k.subtract(w, k.multiply(g, learningRate)), memory);
        }
        Matrix v = k.add(k.multiply(memory.getFirst(), momentum), g);
        Matrix direction = looksAhead ? k.add(g, k.multiply(v, momentum)) : v;
        return new Moved(k.subtract(w, k.multiply(direction, learningRate)), List.of(v));
    }
}
