package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** What a backward pass may take for the gradient of the loss. */
enum LossGradient {
    RIGHT,
    /** A cross-entropy's own probabilities, or logits, taken for the other of the two. */
    OTHER_MEANING,
    /** A − Y, where A are logits. */
    DIFFERENCE_OF_LOGITS;

    /** Whether it can be mistaken in this way. */
    static boolean hasTwoMeanings(Loss loss) {
        return loss instanceof CrossEntropy
                || loss instanceof SoftmaxCrossEntropy
                || loss instanceof BinaryCrossEntropy
                || loss instanceof SigmoidBinaryCrossEntropy;
    }

    /** Whether A are logits. */
    static boolean isOfLogits(Loss loss) {
        return loss instanceof SoftmaxCrossEntropy || loss instanceof SigmoidBinaryCrossEntropy;
    }

    /** The gradient of the last A, m×n. */
    Matrix ofA(Scene scene) {
        Kernels k = scene.k();
        Matrix a = scene.at(Step.A);
        Matrix y = scene.y();
        Matrix sum = switch (this) {
            case RIGHT -> Right.lossOfA(scene);
            case DIFFERENCE_OF_LOGITS -> k.subtract(a, y);
            case OTHER_MEANING -> otherMeaning(scene, a, y);
        };
        return this == RIGHT ? sum : k.multiply(sum, Right.lossScale(scene) / scene.examples());
    }

    private static Matrix otherMeaning(Scene scene, Matrix a, Matrix y) {
        Kernels k = scene.k();
        Matrix ofPositive = k.divide(y, a);
        return switch (scene.exercise().setup().spec().loss()) {
            case CrossEntropy any -> k.subtract(k.multiply(new Softmax().forward(k, a), k.sum(y, Axis.COLUMNS)), y);
            case BinaryCrossEntropy any -> k.subtract(new Sigmoid().forward(k, a), y);
            case SoftmaxCrossEntropy any -> k.multiply(ofPositive, -1);
            default -> k.subtract(k.divide(complement(k, y), complement(k, a)), ofPositive);
        };
    }

    private static Matrix complement(Kernels k, Matrix a) {
        return k.add(k.multiply(a, -1), 1);
    }

    /** The gradient of what goes into the last activation, m×n. */
    Matrix ofArgument(Scene scene) {
        return isOfLogits(scene.exercise().setup().spec().loss())
                ? scene.activation().backward(scene.k(), scene.at(scene.argument()), scene.at(Step.A), ofA(scene))
                : ofA(scene);
    }
}
