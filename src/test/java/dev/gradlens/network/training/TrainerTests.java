package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTests {
    private static final double RATE = 0.1;

    /** Seven seeds have every optimizer; the first is gradient descent alone. */
    static IntStream seeds() {
        return IntStream.range(0, 14);
    }

    static Stream<String> kernels() {
        return Stream.of("reference", "blas");
    }

    private static int[] examples(TrainingPlan plan) {
        return IntStream.range(0, plan.batchSize()).toArray();
    }

    private static Trainer open(TrainingPlan plan, String kernels) {
        return Trainers.open(plan, KernelsProviders.start(kernels), Cores.one());
    }

    private static double norm(@Nullable Values tensor) {
        return tensor == null
                ? 0
                : Math.sqrt(IntStream.range(0, tensor.size())
                        .mapToDouble(i -> tensor.rowMajor()[i] * tensor.rowMajor()[i])
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void watchedStepsAreThoseThatAreNot(int seed) {
        TrainingPlan plan = RandomPlans.plan(seed, Precision.FLOAT64);
        try (Trainer watched = open(plan.whileWatched(), "blas");
                Trainer unwatched = open(plan, "blas")) {
            for (int step = 0; step < 6; step++) {
                watched.step(examples(plan), RATE);
                unwatched.step(examples(plan), RATE);
            }

            assertThat(RandomPlans.distance(watched.parameters(), unwatched.parameters()))
                    .isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void movesByRateTimesTheNormOfTheGradientInPlainDescent(String kernels) {
        TrainingPlan plan = RandomPlans.plan(0, Precision.FLOAT64).whileWatched();
        try (Trainer trainer = open(plan, kernels)) {
            trainer.gradients(examples(plan));

            double norm = trainer.gradientNorm();
            trainer.move(RATE);

            assertThat(moved(plan, trainer)).isCloseTo(RATE * norm, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void clipsAllGradientsTogether(String kernels) {
        TrainingPlan plan = RandomPlans.plan(0, Precision.FLOAT64).whileWatched();
        try (Trainer trainer = open(plan, kernels)) {
            trainer.gradients(examples(plan));
            double norm = trainer.gradientNorm();

            double factor = new Clipping(norm / 4).clip(trainer);
            double again = new Clipping(norm).clip(trainer);
            trainer.move(RATE);

            assertThat(factor).isCloseTo(norm / 4 / (norm + 1e-6), within(1e-15));
            assertThat(again).isEqualTo(1);
            assertThat(moved(plan, trainer)).isCloseTo(RATE * factor * norm, within(1e-12));
        }
    }

    /** The length of the way of all that is learned. */
    private static double moved(TrainingPlan plan, Trainer trainer) {
        double squares = 0;
        for (int l = 0; l < trainer.parameters().size(); l++) {
            var before = plan.start().parameters().get(l).learned();
            var after = trainer.parameters().get(l).learned();
            squares += Math.pow(norm(after.w().plus(before.w(), -1)), 2);
            squares += after.b() == null ? 0 : Math.pow(norm(after.b().plus(before.b(), -1)), 2);
            squares += after.gamma() == null ? 0 : Math.pow(norm(after.gamma().plus(before.gamma(), -1)), 2);
            squares += after.beta() == null ? 0 : Math.pow(norm(after.beta().plus(before.beta(), -1)), 2);
        }
        return Math.sqrt(squares);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void showsNoGradientsOfAPlanThatIsNotWatched(String kernels) {
        TrainingPlan plan = RandomPlans.plan(2, Precision.FLOAT64);
        try (Trainer trainer = open(plan, kernels)) {
            trainer.gradients(examples(plan));

            assertThatThrownBy(trainer::gradientNorm).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> trainer.scaleGradients(2)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheOutputOfTheLastBatch(int seed) {
        TrainingPlan plan = RandomPlans.plan(seed, Precision.FLOAT64);
        int[] examples = {3, 1, 4};
        try (Trainer planned = open(plan, "blas");
                Trainer readable = open(plan, "reference")) {
            planned.step(examples(plan), RATE);
            readable.step(examples(plan), RATE);

            planned.gradients(examples);
            readable.gradients(examples);

            assertThat(planned.output().rows()).isEqualTo(3);
            assertThat(planned.output().rowMajor())
                    .containsExactly(readable.output().rowMajor(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void takesASoftmaxWithItsCrossEntropyAsTheReadableStepsDo(int seed) {
        TrainingPlan plan = withSoftmax(RandomPlans.plan(seed, Precision.FLOAT64));
        try (Trainer planned = open(plan, "blas");
                Trainer readable = open(plan, "reference")) {
            double cost = planned.step(examples(plan), RATE);

            assertThat(planned).isInstanceOf(PlannedTrainer.class);
            assertThat(cost).isCloseTo(readable.step(examples(plan), RATE), within(1e-12));
            assertThat(planned.output().rowMajor())
                    .containsExactly(readable.output().rowMajor(), within(1e-12));
            assertThat(RandomPlans.distance(planned.parameters(), readable.parameters()))
                    .isLessThan(1e-9);
        }
    }

    private static TrainingPlan withSoftmax(TrainingPlan plan) {
        List<LayerSpec> layers = new ArrayList<>(plan.spec().layers());
        DenseSpec last = (DenseSpec) layers.getLast();
        layers.set(layers.size() - 1, new DenseSpec(last.units(), last.bias(), last.normalization(), new Softmax()));
        NetworkSpec spec = new NetworkSpec(plan.spec().inputs(), layers, new CrossEntropy(), 0.01);
        return new TrainingPlan(
                spec,
                plan.start(),
                plan.data(),
                plan.optimizer(),
                plan.rule(),
                plan.batchSize(),
                plan.precision(),
                false);
    }
}
