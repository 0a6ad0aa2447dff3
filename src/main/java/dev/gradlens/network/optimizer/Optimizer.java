package dev.gradlens.network.optimizer;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.List;

/**
 * A rule by which parameters move against their gradient g, as PyTorch has it. It keeps a few tensors of each parameter's
 * shape, its memory, which begin at zero. Stateless itself.
 */
public sealed interface Optimizer permits Momentum, Adam, RmsProp {

    /** How many tensors of a parameter's shape it remembers. */
    int memories();

    /** λ ≥ 0. */
    double weightDecay();

    /**
     * A parameter and its memory after a step.
     *
     * @param t which step it is, from 1
     */
    Moved step(Kernels k, Matrix parameter, Matrix gradient, List<Matrix> memory, double learningRate, long t);

    /**
     * What a step leaves behind.
     *
     * @param memory as many as {@link #memories()}
     */
    record Moved(Matrix parameter, List<Matrix> memory) {}

    /** g + λ·w. */
    default Matrix decayed(Kernels k, Matrix parameter, Matrix gradient) {
        return weightDecay() == 0 ? gradient : k.add(gradient, k.multiply(parameter, weightDecay()));
    }
}
