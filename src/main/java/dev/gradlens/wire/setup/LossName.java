package dev.gradlens.wire.setup;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;

/** The losses by their names. */
public enum LossName {
    CROSS_ENTROPY,
    SOFTMAX_CROSS_ENTROPY,
    BINARY_CROSS_ENTROPY,
    SIGMOID_BINARY_CROSS_ENTROPY,
    MEAN_SQUARED_ERROR,
    HALF_MEAN_SQUARED_ERROR,
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
