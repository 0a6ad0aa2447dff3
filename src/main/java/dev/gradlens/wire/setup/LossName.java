package dev.gradlens.wire.setup;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import io.swagger.v3.oas.annotations.media.Schema;

/** The loss of an example; J is the mean over the batch, but for {@code upstream}. */
@Schema(name = "Loss")
public enum LossName {
    /** −Σ Y·log A, where the last layer's activation is softmax. */
    CROSS_ENTROPY,
    /** The same of softmax(A): A is logits. */
    SOFTMAX_CROSS_ENTROPY,
    /** −Σ (Y·log A + (1 − Y)·log(1 − A)) over the outputs, where the last layer's activation is sigmoid. */
    BINARY_CROSS_ENTROPY,
    /** The same of sigmoid(A): A is logits. */
    SIGMOID_BINARY_CROSS_ENTROPY,
    /** Σ (A − Y)² over the outputs. */
    MEAN_SQUARED_ERROR,
    /** Half of that. */
    HALF_MEAN_SQUARED_ERROR,
    /** None: dA of the last layer is given as {@code batch.upstream}, and J = Σ upstream ⊙ A. */
    UPSTREAM;

    Loss loss() {
        return switch (this) {
            case CROSS_ENTROPY -> new CrossEntropy();
            case SOFTMAX_CROSS_ENTROPY -> new SoftmaxCrossEntropy();
            case BINARY_CROSS_ENTROPY -> new BinaryCrossEntropy();
            case SIGMOID_BINARY_CROSS_ENTROPY -> new SigmoidBinaryCrossEntropy();
            case MEAN_SQUARED_ERROR -> new MeanSquaredError();
            case HALF_MEAN_SQUARED_ERROR -> new HalfMeanSquaredError();
            case UPSTREAM -> new Upstream();
        };
    }

    static LossName of(Loss loss) {
        return switch (loss) {
            case CrossEntropy() -> CROSS_ENTROPY;
            case SoftmaxCrossEntropy() -> SOFTMAX_CROSS_ENTROPY;
            case BinaryCrossEntropy() -> BINARY_CROSS_ENTROPY;
            case SigmoidBinaryCrossEntropy() -> SIGMOID_BINARY_CROSS_ENTROPY;
            case MeanSquaredError() -> MEAN_SQUARED_ERROR;
            case HalfMeanSquaredError() -> HALF_MEAN_SQUARED_ERROR;
            case Upstream() -> UPSTREAM;
        };
    }

    boolean takesClasses() {
        return this == CROSS_ENTROPY || this == SOFTMAX_CROSS_ENTROPY;
    }

    boolean isBinary() {
        return this == BINARY_CROSS_ENTROPY || this == SIGMOID_BINARY_CROSS_ENTROPY;
    }

    /** Whether class numbers may stand for Y. */
    boolean takesLabels() {
        return takesClasses() || isBinary();
    }
}
