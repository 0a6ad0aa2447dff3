package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The gradient of a loss as everybody writes it, A − Y and 1 − A as they stand: right, but with fewer digits than ours where an
 * output is saturated.
 */
public final class Naive {
    private Naive() {}

    /** The tensors that come out with fewer digits; none where the loss subtracts nothing of that kind. */
    public static Map<Site, Values> of(KernelsProvider provider, Tensors tensors) {
        Map<Site, Values> naive = new LinkedHashMap<>();
        int last = tensors.exercise().setup().spec().layers().size() - 1;
        try (Kernels k = provider.open()) {
            Scene scene = new Scene(k, tensors, last);
            double scale = Right.lossScale(scene) / scene.examples();
            Matrix a = scene.at(Step.A);
            Matrix y = scene.y();
            Site dA = new Site(last, Step.D_A);
            Site dArgument = new Site(last, scene.dArgument());
            switch (tensors.exercise().setup().spec().loss()) {
                case CrossEntropy any -> naive.put(dArgument, scaled(k, ofSoftmax(k, a, y), scale));
                case BinaryCrossEntropy any -> {
                    naive.put(dA, scaled(k, ofProbability(k, a, y), scale));
                    naive.put(dArgument, scaled(k, k.subtract(a, y), scale));
                }
                case SoftmaxCrossEntropy any ->
                    naive.put(dA, scaled(k, ofSoftmax(k, new Softmax().forward(k, a), y), scale));
                case SigmoidBinaryCrossEntropy any ->
                    naive.put(dA, scaled(k, k.subtract(new Sigmoid().forward(k, a), y), scale));
                default -> {}
            }
        }
        return naive;
    }

    /**
     * The gradient of a layer's activation argument with g′ told from A, as 1 − A² or A·(1 − A): right, but with fewer digits where
     * a unit is saturated. Empty where g′ is told from something else.
     */
    public static Optional<Values> ofArgument(KernelsProvider provider, Tensors tensors, int layer) {
        try (Kernels k = provider.open()) {
            Scene scene = new Scene(k, tensors, layer);
            Matrix a = scene.at(Step.A);
            Matrix slope = switch (scene.activation()) {
                case Tanh tanh -> k.add(k.multiply(k.multiply(a, a), -1), 1);
                case Sigmoid sigmoid -> k.multiply(a, k.add(k.multiply(a, -1), 1));
                default -> null;
            };
            return Optional.ofNullable(slope)
                    .map(from -> k.multiply(scene.at(Step.D_A), from).values());
        }
    }

    /** Where {@link #ofArgument} belongs. */
    public static Site argument(Tensors tensors, int layer) {
        boolean normalized =
                tensors.exercise().setup().spec().layers().get(layer).normalization() != null;
        return new Site(layer, normalized ? Step.D_Z_TILDA : Step.D_Z);
    }

    private static Matrix ofSoftmax(Kernels k, Matrix p, Matrix y) {
        return k.subtract(k.multiply(p, k.sum(y, Axis.COLUMNS)), y);
    }

    private static Matrix ofProbability(Kernels k, Matrix a, Matrix y) {
        Matrix oneMinusY = k.add(k.multiply(y, -1), 1);
        Matrix oneMinusA = k.add(k.multiply(a, -1), 1);
        return k.subtract(k.divide(oneMinusY, oneMinusA), k.divide(y, a));
    }

    private static Values scaled(Kernels k, Matrix a, double c) {
        return k.multiply(a, c).values();
    }
}
