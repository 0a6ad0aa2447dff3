package dev.gradlens.network.training;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.Optional;

/**
 * How often an output says what the target says. Of classes each example is judged, by its largest output and its largest
 * target, the first one of equal ones; of binary outputs each output, by whether it is above ½, or as a logit above 0. What is
 * not a number is wrong.
 *
 * @param right judged right
 * @param judged in all, at least 1
 */
public record Accuracy(long right, long judged) {

    /**
     * Of A and Y, both m×outputs; empty where the loss knows no right and wrong.
     *
     * @param a what the network gives
     */
    public static Optional<Accuracy> of(Loss loss, Values a, Values y) {
        return switch (loss) {
            case CrossEntropy(), SoftmaxCrossEntropy() -> Optional.of(ofClasses(a, y));
            case BinaryCrossEntropy() -> Optional.of(ofOutputs(a, y, 0.5));
            case SigmoidBinaryCrossEntropy() -> Optional.of(ofOutputs(a, y, 0));
            case MeanSquaredError(), HalfMeanSquaredError(), Upstream() -> Optional.empty();
        };
    }

    private static Accuracy ofClasses(Values a, Values y) {
        int right = 0;
        for (int i = 0; i < a.rows(); i++) {
            right += largest(a, i) == largest(y, i) ? 1 : 0;
        }
        return new Accuracy(right, a.rows());
    }

    /** −1 where one is not a number. */
    private static int largest(Values values, int i) {
        int largest = 0;
        for (int j = 0; j < values.columns(); j++) {
            if (Double.isNaN(values.at(i, j))) {
                return -1;
            }
            largest = values.at(i, j) > values.at(i, largest) ? j : largest;
        }
        return largest;
    }

    private static Accuracy ofOutputs(Values a, Values y, double threshold) {
        int right = 0;
        for (int at = 0; at < a.size(); at++) {
            double output = a.rowMajor()[at];
            boolean isOne = y.rowMajor()[at] > 0.5;
            right += !Double.isNaN(output) && output > threshold == isOne ? 1 : 0;
        }
        return new Accuracy(right, a.size());
    }

    /** Of both together. */
    public Accuracy plus(Accuracy other) {
        return new Accuracy(right + other.right, judged + other.judged);
    }

    /** From 0 to 1. */
    public double share() {
        return (double) right / judged;
    }
}
