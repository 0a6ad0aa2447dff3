package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepWatchTests {
    private static final double RATE = 0.1;

    private static final Normalization BATCH_NORM = new BatchNorm(
            new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT),
            VarianceEstimator.BIASED,
            new RunningAverage(0.75, RunningAverage.Convention.KEEP_OLD, VarianceEstimator.UNBIASED));

    /** Two inputs, two hidden units of which W is the identity, two logits. */
    private static TrainingPlan plan(
            Activation activation, @Nullable Normalization normalization, BackwardRule rule, Optimizer optimizer) {
        NetworkSpec spec = new NetworkSpec(
                2,
                List.of(
                        new DenseSpec(2, true, normalization, activation),
                        new DenseSpec(2, false, null, new Identity())),
                new SoftmaxCrossEntropy(),
                0);
        Values square = new Values(2, 2, new double[] {1, 0, 0, 1});
        LayerParameters<Values> hidden = normalization == null
                ? new LayerParameters<>(square, Values.row(0, 0), null, null, null, null)
                : new LayerParameters<>(
                        square,
                        Values.row(0.5, 0),
                        Values.row(1, 3),
                        Values.row(0, 1),
                        Values.row(0, 0),
                        Values.row(1, 1));
        Values x = new Values(4, 2, new double[] {1, -1, 2, -3, -3, -2, 4, -10});
        Values y = new Values(4, 2, new double[] {1, 0, 0, 1, 1, 0, 1, 0});
        LayerParameters<Values> last =
                new LayerParameters<>(new Values(2, 2, new double[] {1, -2, 0.5, 3}), null, null, null, null, null);
        return new TrainingPlan(spec, List.of(hidden, last), new Batch(x, y), optimizer, rule, 4, Precision.FLOAT64)
                .whileWatched();
    }

    private static TrainingPlan plan(Activation activation, @Nullable Normalization normalization) {
        return plan(activation, normalization, BackwardRule.EXACT, Momentum.none(0));
    }

    /** After one step. */
    private static Map<String, Double> seen(TrainingPlan plan, String kernels, double maxNorm) {
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start(kernels), Cores.one())) {
            StepWatch watch = new StepWatch(plan, trainer, plan.start().parameters());
            return step(trainer, watch, IntStream.range(0, 4).toArray(), maxNorm);
        }
    }

    private static Map<String, Double> step(Trainer trainer, StepWatch watch, int[] examples, double maxNorm) {
        trainer.gradients(examples);
        watch.beforeMove();
        double clipped = new Clipping(maxNorm).clip(trainer);
        trainer.move(RATE);
        double[] values = watch.afterMove(clipped);
        Map<String, Double> seen = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            seen.put(watch.names().get(i), values[i]);
        }
        return seen;
    }

    @Test
    void namesWhatEachLayerHas() {
        assertThat(StepWatch.names(plan(new Relu(), BATCH_NORM)))
                .containsExactly(
                        "layer1.W.norm",
                        "layer1.dW.norm",
                        "layer1.update.norm",
                        "layer1.update.ratio",
                        "layer1.db.norm",
                        "layer1.b.norm",
                        "layer1.b.drift",
                        "layer1.gamma.min",
                        "layer1.gamma.max",
                        "layer1.dead",
                        "layer1.statistics.meanGap",
                        "layer1.statistics.varianceRatio",
                        "layer2.W.norm",
                        "layer2.dW.norm",
                        "layer2.update.norm",
                        "layer2.update.ratio",
                        "gradient.norm",
                        "gradient.factor");
        assertThat(StepWatch.names(plan(new Tanh(), null, BackwardRule.SKIP_NORMALIZATION, Momentum.none(0))))
                .contains("layer1.saturated", "gradient.cosine", "gradient.slope")
                .doesNotContain("layer1.dead", "layer1.gamma.min", "layer1.statistics.meanGap", "layer2.saturated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas"})
    void measuresHowFarAStepGoes(String kernels) {
        Map<String, Double> seen = seen(plan(new Relu(), BATCH_NORM), kernels, 0.25);

        double clipped = 0.25 / (seen.get("gradient.norm") + 1e-6);
        assertThat(seen.get("gradient.factor"))
                .isCloseTo(clipped, within(1e-12))
                .isLessThan(1);
        assertThat(seen.get("layer1.update.norm"))
                .isCloseTo(RATE * clipped * seen.get("layer1.dW.norm"), within(1e-14));
        assertThat(seen.get("layer1.update.ratio"))
                .isCloseTo(seen.get("layer1.update.norm") / Math.sqrt(2), within(1e-14));
        assertThat(seen.get("layer2.update.ratio"))
                .isCloseTo(seen.get("layer2.update.norm") / Math.sqrt(14.25), within(1e-14));
        assertThat(seen.get("layer1.b.norm")).isCloseTo(0.5, within(1e-12));
        assertThat(seen.get("layer1.b.drift")).isLessThan(1e-12);
        assertThat(seen.get("layer1.gamma.min")).isBetween(0.9, 1.1);
        assertThat(seen.get("layer1.gamma.max")).isBetween(2.9, 3.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas"})
    void addsUpTheGradientsOfAllThatIsLearned(String kernels) {
        Map<String, Double> seen = seen(plan(new Relu(), null), kernels, 100);

        double squares = Math.pow(seen.get("layer1.dW.norm"), 2)
                + Math.pow(seen.get("layer1.db.norm"), 2)
                + Math.pow(seen.get("layer2.dW.norm"), 2);
        assertThat(seen.get("gradient.norm"))
                .isCloseTo(Math.sqrt(squares), within(1e-14))
                .isGreaterThan(0.1);
        assertThat(seen.get("gradient.factor")).isEqualTo(1);
        assertThat(seen.get("layer1.b.drift")).isPositive().isLessThanOrEqualTo(seen.get("layer1.b.norm"));
    }

    /** The second input is negative throughout, and W is the identity. */
    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas"})
    void countsUnitsThatNoExampleReaches(String kernels) {
        assertThat(seen(plan(new Relu(), null), kernels, 1).get("layer1.dead")).isEqualTo(0.5);
    }

    /** Of 1, −1, 2, −3, −3, −2, 4, −10: tanh 3 is 0.995, tanh 2 is 0.964; σ(−10) is 5e-5, σ(−3) is 0.047, σ(4) is 0.982. */
    @Test
    void countsEntriesThatAreSaturated() {
        assertThat(seen(plan(new Tanh(), null), "reference", 1).get("layer1.saturated"))
                .isEqualTo(4.0 / 8);
        assertThat(seen(plan(new Sigmoid(), null), "reference", 1).get("layer1.saturated"))
                .isEqualTo(1.0 / 8);
    }

    /** Z has means 1.5 and −4 and sums of squared deviations 26 and 50; a quarter enters the running 0 and 1. */
    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas"})
    void comparesTheBatchWithTheRunningStatistics(String kernels) {
        Map<String, Double> seen = seen(plan(new Relu(), BATCH_NORM), kernels, 1);

        double gaps = Math.pow(0.75 * 1.5, 2) + Math.pow(0.75 * 4, 2);
        double ratios = (26.0 / 3) / (0.75 + 26.0 / 12) + (50.0 / 3) / (0.75 + 50.0 / 12);
        assertThat(seen.get("layer1.statistics.meanGap")).isCloseTo(Math.sqrt(gaps / (76.0 / 3)), within(1e-12));
        assertThat(seen.get("layer1.statistics.varianceRatio")).isCloseTo(ratios / 2, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "blas"})
    void saysThatABatchOfOneHasNoVariance(String kernels) {
        TrainingPlan plan = plan(new Relu(), BATCH_NORM);
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start(kernels), Cores.one())) {
            StepWatch watch = new StepWatch(plan, trainer, plan.start().parameters());

            Map<String, Double> seen = step(trainer, watch, new int[] {2}, 1);

            assertThat(seen.get("layer1.statistics.varianceRatio")).isNaN();
            assertThat(seen.get("layer1.dW.norm")).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = BackwardRule.class,
            names = {"SKIP_NORMALIZATION", "STATISTICS_AS_CONSTANTS"})
    void tellsTheSlopeAgainstAGradientThatIsNotExact(BackwardRule rule) {
        TrainingPlan plan = plan(new Tanh(), BATCH_NORM, rule, Momentum.none(0));
        int[] all = {0, 1, 2, 3};
        double h = 1e-5;
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start("reference"), Cores.one())) {
            StepWatch watch = new StepWatch(plan, trainer, plan.start().parameters());
            double before = trainer.gradients(all);
            watch.beforeMove();
            trainer.move(h);
            double[] values = watch.afterMove(1);

            double after = trainer.gradients(all);

            double slope = values[watch.names().indexOf("gradient.slope")];
            double cosine = values[watch.names().indexOf("gradient.cosine")];
            double used = values[watch.names().indexOf("gradient.norm")];
            double exact = seen(plan(new Tanh(), BATCH_NORM), "reference", 1).get("gradient.norm");
            assertThat((after - before) / h).isCloseTo(slope, within(1e-4 * used * exact));
            assertThat(cosine).isCloseTo(-slope / (used * exact), within(1e-12)).isLessThan(0.99);
        }
    }

    @Test
    void refusesAPlanThatIsNotWatched() {
        TrainingPlan plan = RandomPlans.plan(0, Precision.FLOAT64);
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start("reference"), Cores.one())) {
            assertThatThrownBy(() -> new StepWatch(plan, trainer, plan.start().parameters()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
