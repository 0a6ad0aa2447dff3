package dev.gradlens.model.web;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tells classes from outputs. */
final class Labels {
    private static final double HALF = 0.5;
    /** The logit of one half. */
    private static final double EVEN = 0;

    private Labels() {}

    /** One for each row of outputs; empty where the loss has no classes, or an output is NaN. */
    static Optional<List<Integer>> of(Values outputs, Loss loss) {
        if (DoubleStream.of(outputs.rowMajor()).anyMatch(Double::isNaN)) {
            return Optional.empty();
        }
        return switch (loss) {
            case CrossEntropy _ -> largest(outputs);
            case SoftmaxCrossEntropy _ -> largest(outputs);
            case BinaryCrossEntropy _ -> above(HALF, outputs);
            case SigmoidBinaryCrossEntropy _ -> above(EVEN, outputs);
            case MeanSquaredError _ -> Optional.empty();
            case HalfMeanSquaredError _ -> Optional.empty();
            case Upstream _ -> Optional.empty();
        };
    }

    private static Optional<List<Integer>> above(double threshold, Values outputs) {
        return outputs.columns() == 1
                ? Optional.of(ofEach(outputs, i -> outputs.at(i, 0) > threshold ? 1 : 0))
                : Optional.empty();
    }

    private static Optional<List<Integer>> largest(Values outputs) {
        return Optional.of(ofEach(outputs, i -> largest(outputs, i)));
    }

    private static int largest(Values outputs, int i) {
        int largest = 0;
        for (int j = 1; j < outputs.columns(); j++) {
            if (outputs.at(i, j) > outputs.at(i, largest)) {
                largest = j;
            }
        }
        return largest;
    }

    private static List<Integer> ofEach(Values outputs, IntUnaryOperator label) {
        return IntStream.range(0, outputs.rows()).map(label).boxed().toList();
    }
}
