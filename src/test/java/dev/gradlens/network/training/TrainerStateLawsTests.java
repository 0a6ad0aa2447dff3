package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerStateLawsTests {
    private static final KernelsProvider REFERENCE = KernelsProviders.start("reference");
    private static final KernelsProvider BLAS = KernelsProviders.start("blas");

    static Stream<Arguments> seeds() {
        return IntStream.range(0, 21)
                .boxed()
                .flatMap(seed -> Stream.of(Precision.values()).map(precision -> Arguments.of(seed, precision)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plannedTrainersGoOnAsIfNothingHadHappened(int seed, Precision precision) {
        TrainingPlan plan = RandomPlans.plan(seed, precision);

        goesOnAsIfNothingHadHappened(plan, BLAS, PlannedTrainer.class);
        goesOnAsIfNothingHadHappened(plan.whileWatched(), BLAS, PlannedTrainer.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readableTrainersGoOnAsIfNothingHadHappened(int seed, Precision precision) {
        TrainingPlan plan = RandomPlans.plan(seed, precision, new Tanh(), BackwardRule.STATISTICS_AS_CONSTANTS);

        goesOnAsIfNothingHadHappened(plan, BLAS, ReadableTrainer.class);
        goesOnAsIfNothingHadHappened(plan.whileWatched(), REFERENCE, ReadableTrainer.class);
    }

    private static void goesOnAsIfNothingHadHappened(TrainingPlan plan, KernelsProvider provider, Class<?> kind) {
        try (Trainer unbroken = Trainers.open(plan, provider, Cores.one());
                Trainer before = Trainers.open(plan, provider, Cores.one())) {
            assertThat(unbroken).isInstanceOf(kind);
            steps(unbroken, plan, 0, 9);
            steps(before, plan, 0, 4);

            try (Trainer resumed = Trainers.open(plan.from(before.state()), provider, Cores.one())) {
                steps(resumed, plan, 4, 9);

                assertThat(Arrays.equals(bits(resumed.state()), bits(unbroken.state())))
                        .isTrue();
                assertThat(resumed.state().steps()).isEqualTo(9);
                assertThat(bits(before.state())).isNotEqualTo(bits(unbroken.state()));
            }
        }
    }

    private static void steps(Trainer trainer, TrainingPlan plan, int from, int to) {
        for (int step = from; step < to; step++) {
            int m = Math.max(2, plan.batchSize() - step);
            int[] examples = new Random(step).ints(m, 0, plan.data().examples()).toArray();
            trainer.step(examples, 0.05 / (1 + step));
        }
    }

    private static long[] bits(TrainerState state) {
        Stream<Values> parameters = state.parameters().stream().flatMap(layer -> layer.tensors().stream());
        Stream<Values> memory = state.memory().stream()
                .flatMap(layer -> layer.tensors().stream())
                .flatMap(List::stream);
        return Stream.concat(parameters, memory)
                .flatMapToLong(tensor -> Arrays.stream(tensor.rowMajor()).mapToLong(Double::doubleToRawLongBits))
                .toArray();
    }
}
