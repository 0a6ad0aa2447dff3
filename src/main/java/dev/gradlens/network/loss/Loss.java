package dev.gradlens.network.loss;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.Optional;

/** A loss of the last layer's output A against targets Y; J is its mean over the batch. Stateless. */
public sealed interface Loss
        permits CrossEntropy,
                SoftmaxCrossEntropy,
                BinaryCrossEntropy,
                SigmoidBinaryCrossEntropy,
                MeanSquaredError,
                HalfMeanSquaredError,
                Upstream {

    /** J, without weight decay. */
    double cost(Kernels k, Output output);

    /** The gradient of A, m×n. */
    Matrix dA(Kernels k, Output output);

    /**
     * The gradient of the last activation's argument where the loss is computed together with that activation, so that a
     * saturated output loses no digits; empty where it follows from {@link #dA}.
     */
    default Optional<Matrix> dArgument(Kernels k, Output output) {
        return Optional.empty();
    }

    /** The activation that the last layer must have; empty where any will do. */
    default Optional<Activation> requiredActivation() {
        return Optional.empty();
    }

    /**
     * What a loss looks at, each m×n.
     *
     * @param argument what went into the last activation: Ztilda, or Z without normalization
     * @param a what came out
     * @param y the targets; for {@link Upstream} the given gradient
     */
    record Output(Matrix argument, Matrix a, Matrix y) {
        int examples() {
            return a.rows();
        }
    }
}
