package dev.gradlens.network.training;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.network.optimizer.Adam;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.network.optimizer.RmsProp;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trainings of every kind, the same for the same seed; eight seeds in a row have every optimizer. */
final class RandomPlans {
    private RandomPlans() {}

    /** Without Adam, whose moves are the learning rate where rounding alone decides the sign of a gradient. */
    private static Stream<Optimizer> optimizers() {
        return Stream.of(
                Momentum.none(0),
                Momentum.none(0.01),
                new Momentum(0.9, false, 0),
                new Momentum(0.9, true, 0.01),
                new Adam(0.9, 0.999, 1e-2, 0.01, false),
                new Adam(0.8, 0.99, 1e-2, 0.1, true),
                new RmsProp(0.99, 1e-2, 0, 0.01),
                new RmsProp(0.9, 1e-2, 0.9, 0));
    }

    /** One that a planned trainer knows. */
    static TrainingPlan plan(int seed, Precision precision) {
        return plan(seed, precision, new Relu(), BackwardRule.EXACT);
    }

    /** With this activation in every layer but the last. */
    static TrainingPlan plan(int seed, Precision precision, Activation activation, BackwardRule rule) {
        Random random = new Random(seed);
        int inputs = 1 + random.nextInt(20);
        int classes = 2 + random.nextInt(9);
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = random.nextInt(3); l >= 0; l--) {
            boolean isLast = l == 0;
            layers.add(new DenseSpec(
                    isLast ? classes : 1 + random.nextInt(70),
                    random.nextBoolean(),
                    isLast && random.nextBoolean() ? null : normalization(random),
                    isLast ? new Identity() : activation));
        }
        NetworkSpec spec = new NetworkSpec(inputs, layers, new SoftmaxCrossEntropy(), random.nextBoolean() ? 0.01 : 0);
        int examples = 40;
        double[] y = new double[examples * classes];
        for (int i = 0; i < examples; i++) {
            y[i * classes + random.nextInt(classes)] = 1;
        }
        List<Optimizer> optimizers = optimizers().toList();
        return new TrainingPlan(
                spec,
                IntStream.range(0, layers.size())
                        .mapToObj(l -> parameters(random, layers.get(l), spec.inputsOf(l)))
                        .toList(),
                new Batch(numbers(random, examples, inputs, 1), new Values(examples, classes, y)),
                optimizers.get(seed % optimizers.size()),
                rule,
                5 + random.nextInt(20),
                precision);
    }

    private static @Nullable Normalization normalization(Random random) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        List<VarianceEstimator> estimators = List.of(VarianceEstimator.BIASED, VarianceEstimator.UNBIASED);
        return new BatchNorm(
                new Epsilon(0.01, random.nextBoolean() ? Placement.INSIDE_SQRT : Placement.OUTSIDE_SQRT),
                estimators.get(random.nextInt(2)),
                new RunningAverage(
                        0.1,
                        random.nextBoolean() ? Convention.KEEP_OLD : Convention.TAKE_NEW,
                        estimators.get(random.nextInt(2))));
    }

    private static LayerParameters<Values> parameters(Random random, LayerSpec layer, int inputs) {
        int units = layer.units(inputs);
        boolean normalized = layer.normalization() != null;
        return new LayerParameters<>(
                numbers(random, units, inputs, 1 / Math.sqrt(inputs)),
                layer.hasBias() ? numbers(random, 1, units, 0.5) : null,
                normalized ? numbers(random, 1, units, 1) : null,
                normalized ? numbers(random, 1, units, 0.5) : null,
                normalized ? numbers(random, 1, units, 1) : null,
                normalized ? Values.filled(1, units, 0.75) : null);
    }

    private static Values numbers(Random random, int rows, int columns, double scale) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = (float) (scale * random.nextGaussian());
        }
        return new Values(rows, columns, entries);
    }

    /** The largest difference of any two entries. */
    static double distance(List<LayerParameters<Values>> x, List<LayerParameters<Values>> y) {
        double largest = 0;
        for (int l = 0; l < x.size(); l++) {
            LayerParameters<Values> a = x.get(l);
            LayerParameters<Values> b = y.get(l);
            largest = Math.max(largest, distance(a.w(), b.w()));
            largest = Math.max(largest, distance(a.b(), b.b()));
            largest = Math.max(largest, distance(a.gamma(), b.gamma()));
            largest = Math.max(largest, distance(a.beta(), b.beta()));
            largest = Math.max(largest, distance(a.runningMean(), b.runningMean()));
            largest = Math.max(largest, distance(a.runningVariance(), b.runningVariance()));
        }
        return largest;
    }

    private static double distance(@Nullable Values x, @Nullable Values y) {
        if (x == null || y == null) {
            return x == null && y == null ? 0 : Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < x.size(); i++) {
            largest = Math.max(largest, Math.abs(x.rowMajor()[i] - y.rowMajor()[i]));
        }
        return largest;
    }
}
