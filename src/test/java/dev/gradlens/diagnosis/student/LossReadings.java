package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.student.Readings.all;
import static dev.gradlens.diagnosis.student.Readings.one;
import static dev.gradlens.diagnosis.student.Readings.these;
import static dev.gradlens.diagnosis.student.Readings.upTo;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import java.util.List;

/** Ways to make a mistake in the gradient of the loss. */
final class LossReadings {
    private LossReadings() {}

    static List<Integer> of(Exercise exercise, Given given, Mistake mistake) {
        return given.isLast() ? ofLast(exercise, given, mistake) : List.of();
    }

    private static List<Integer> ofLast(Exercise exercise, Given given, Mistake mistake) {
        Loss loss = exercise.setup().spec().loss();
        boolean probabilities = loss instanceof CrossEntropy || loss instanceof BinaryCrossEntropy;
        boolean classes = loss instanceof CrossEntropy || loss instanceof SoftmaxCrossEntropy;
        boolean bits = loss instanceof BinaryCrossEntropy || loss instanceof SigmoidBinaryCrossEntropy;
        return switch (mistake) {
            case L01 -> one(classes && !exercise.meanInParameters());
            case L02 -> one(!(loss instanceof Upstream));
            case L03 -> one(bits);
            case L04 -> upTo(2, loss instanceof MeanSquaredError || loss instanceof HalfMeanSquaredError);
            default ->
                all(List.of(one((classes || bits) && (probabilities || hasNoZeros(given))), these(classes || bits, 1)));
        };
    }

    /** Whether Y may be divided by A. */
    private static boolean hasNoZeros(Given given) {
        return !(given.activation() instanceof Relu);
    }
}
