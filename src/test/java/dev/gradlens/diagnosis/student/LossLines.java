package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.L01;
import static dev.gradlens.diagnosis.Mistake.L02;
import static dev.gradlens.diagnosis.Mistake.L03;
import static dev.gradlens.diagnosis.Mistake.L04;
import static dev.gradlens.diagnosis.Mistake.L05;

import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;

/** The gradients of the last layer's output, and of what its activation is applied to where both are taken together. */
final class LossLines {
    private LossLines() {}

    private static final Lines D_A = Lines.right(LossLines::right)
            .wrong(L01, x -> error(x, Functions.softmax(x.a())))
            .wrong(L02, x -> right(x).negated())
            .wrong(L03, x -> right(x).times(Functions.slope(new Sigmoid(), x.a())))
            .wrong(L04, 0, x -> right(x).times(0.5))
            .wrong(L04, 1, x -> right(x).times(2))
            .wrong(L05, 0, LossLines::ofProbabilities)
            .wrong(L05, 1, x -> error(x, x.a()).over(x.lossDivisor()));

    private static final Lines D_A_OF_PROBABILITIES =
            Lines.right(LossLines::right).wrong(L05, 0, LossLines::ofLogits);

    static final Lines D_ARGUMENT = ActivationLines.addTo(Lines.right(
                    x -> error(x, x.a()).over(x.lossDivisor()))
            .wrong(L01, x -> error(x, x.a()))
            .wrong(L02, x -> error(x, x.a()).negated().over(x.lossDivisor()))
            .wrong(L03, x -> error(x, x.a()).over(x.lossDivisor()).times(Functions.slope(new Sigmoid(), x.argument())))
            .wrong(L05, 0, ActivationLines::dArgument)
            .wrong(L05, 1, LossLines::ofLogits));

    static boolean isTakenWithTheActivation(Sheet x) {
        return loss(x) instanceof CrossEntropy || loss(x) instanceof BinaryCrossEntropy;
    }

    static Lines dA(Sheet x) {
        return isTakenWithTheActivation(x) ? D_A_OF_PROBABILITIES : D_A;
    }

    private static Loss loss(Sheet x) {
        return x.given().setup().spec().loss();
    }

    private static boolean isOfClasses(Sheet x) {
        return loss(x) instanceof CrossEntropy || loss(x) instanceof SoftmaxCrossEntropy;
    }

    private static Grid right(Sheet x) {
        return switch (loss(x)) {
            case CrossEntropy(), BinaryCrossEntropy() -> ofProbabilities(x);
            case SoftmaxCrossEntropy(), SigmoidBinaryCrossEntropy() -> ofLogits(x);
            case MeanSquaredError() -> x.a().minus(x.y()).times(2).over(x.lossDivisor());
            case HalfMeanSquaredError() -> x.a().minus(x.y()).over(x.lossDivisor());
            case Upstream() -> x.y();
        };
    }

    /** Probabilities less targets, which need not sum to 1. */
    private static Grid error(Sheet x, Grid probabilities) {
        return isOfClasses(x) ? probabilities.times(x.y().sum(Over.UNITS)).minus(x.y()) : probabilities.minus(x.y());
    }

    /** The gradient of A as logits. */
    private static Grid ofLogits(Sheet x) {
        Grid probabilities = isOfClasses(x) ? Functions.softmax(x.a()) : Functions.sigmoid(x.a());
        return error(x, probabilities).over(x.lossDivisor());
    }

    /** The gradient of A as probabilities. */
    private static Grid ofProbabilities(Sheet x) {
        Grid ofPositive = x.y().over(x.a()).negated();
        Grid ofNegative = x.y().negated().plus(1).over(x.a().negated().plus(1));
        return (isOfClasses(x) ? ofPositive : ofPositive.plus(ofNegative)).over(x.lossDivisor());
    }
}
