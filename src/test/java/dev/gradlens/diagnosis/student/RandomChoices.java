package dev.gradlens.diagnosis.student;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** The single choices of a random exercise. */
final class RandomChoices {

    /** No identity: two layers in a row, and what the second one's mean takes out is missing in the first one's gradients. */
    private static final List<Activation> HIDDEN =
            List.of(new Relu(), new Relu(), new Tanh(), new Sigmoid(), new LeakyRelu(0.1));

    private static final List<Activation> OUTPUT = List.of(new Identity(), new Tanh(), new LeakyRelu(0.2));
    private static final List<Loss> LOSSES = List.of(
            new CrossEntropy(),
            new SoftmaxCrossEntropy(),
            new BinaryCrossEntropy(),
            new SigmoidBinaryCrossEntropy(),
            new MeanSquaredError(),
            new HalfMeanSquaredError(),
            new Upstream());
    private static final List<Double> EPSILONS = List.of(1e-5, 1e-3, 0.1);

    private final Random seeded;

    RandomChoices(Random seeded) {
        this.seeded = seeded;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(seeded.nextInt(choices.size()));
    }

    int width() {
        return 4 + seeded.nextInt(4);
    }

    Activation hidden() {
        return oneOf(HIDDEN);
    }

    Activation alone() {
        return seeded.nextInt(3) == 0 ? new Identity() : hidden();
    }

    Activation last(Loss loss) {
        return loss.requiredActivation().orElseGet(() -> oneOf(OUTPUT));
    }

    Loss loss() {
        return oneOf(LOSSES);
    }

    Normalization batchNorm() {
        return new BatchNorm(epsilon(), estimator(), running());
    }

    Normalization normalization() {
        return switch (seeded.nextInt(3)) {
            case 0 -> new LayerNorm(epsilon(), estimator());
            case 1 -> new RmsNorm(epsilon());
            default -> batchNorm();
        };
    }

    private Epsilon epsilon() {
        return new Epsilon(oneOf(EPSILONS), oneOf(List.of(Epsilon.Placement.values())));
    }

    private VarianceEstimator estimator() {
        return oneOf(List.of(VarianceEstimator.values()));
    }

    private RunningAverage running() {
        return new RunningAverage(oneOf(List.of(0.9, 0.7, 0.1)), oneOf(List.of(Convention.values())), estimator());
    }

    Values targets(Loss loss, int examples, int outputs) {
        return switch (loss) {
            case CrossEntropy(), SoftmaxCrossEntropy() -> classes(examples, outputs);
            case BinaryCrossEntropy(), SigmoidBinaryCrossEntropy() ->
                filled(examples, outputs, () -> seeded.nextInt(2));
            case MeanSquaredError(), HalfMeanSquaredError(), Upstream() -> gaussian(examples, outputs, 1);
        };
    }

    private Values classes(int examples, int outputs) {
        double[] entries = new double[examples * outputs];
        for (int i = 0; i < examples; i++) {
            entries[i * outputs + seeded.nextInt(outputs)] = 1;
        }
        return new Values(examples, outputs, entries);
    }

    Values gaussian(int rows, int columns, double spread) {
        return filled(rows, columns, () -> spread * seeded.nextGaussian());
    }

    /** Scales, none near 0. */
    Values ofBothSigns(int n) {
        return filled(1, n, () -> (seeded.nextBoolean() ? 1 : -1) * seeded.nextDouble(0.3, 2.5));
    }

    Values positive(int n) {
        return filled(1, n, () -> seeded.nextDouble(0.3, 3));
    }

    private static Values filled(int rows, int columns, DoubleSupplier entry) {
        double[] entries = new double[rows * columns];
        Arrays.setAll(entries, index -> entry.getAsDouble());
        return new Values(rows, columns, entries);
    }
}
