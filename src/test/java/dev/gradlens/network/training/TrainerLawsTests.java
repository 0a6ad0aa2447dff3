package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerLawsTests {
    private static final int STEPS = 12;

    private final KernelsProvider reference = KernelsProviders.start("reference");
    private final KernelsProvider blas = KernelsProviders.start("blas");

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plannedStepsInDoublesAreTheReadableOnes(int seed) {
        agree(RandomPlans.plan(seed, Precision.FLOAT64), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plannedStepsInFloatsAreTheReadableOnes(int seed) {
        agree(RandomPlans.plan(seed, Precision.FLOAT32), 2e-3);
    }

    private void agree(TrainingPlan plan, double tolerance) {
        try (Trainer planned = Trainers.open(plan, blas, Cores.all());
                Trainer readable = Trainers.open(plan, reference, Cores.all())) {
            assertThat(planned).isInstanceOf(PlannedTrainer.class);
            assertThat(readable).isInstanceOf(ReadableTrainer.class);
            Random order = new Random(3);
            for (int step = 0; step < STEPS; step++) {
                int m = step % 3 == 2 ? Math.max(2, plan.batchSize() - 3) : plan.batchSize();
                int[] examples = order.ints(m, 0, plan.data().examples()).toArray();

                double cost = planned.step(examples, 0.05 / (1 + step));

                assertThat(cost)
                        .isCloseTo(
                                readable.step(examples, 0.05 / (1 + step)),
                                org.assertj.core.data.Offset.offset(tolerance));
            }
            assertThat(RandomPlans.distance(planned.parameters(), readable.parameters()))
                    .isLessThan(tolerance);
        }
    }

    @Test
    void leavesOtherNetworksToTheReadableSteps() {
        TrainingPlan plan = RandomPlans.plan(1, Precision.FLOAT64, new Tanh(), BackwardRule.EXACT);

        try (Trainer trainer = Trainers.open(plan, blas, Cores.all())) {
            assertThat(trainer).isInstanceOf(ReadableTrainer.class);
        }
    }

    @Test
    void repeatsBitForBitOnAnyNumberOfCores() {
        TrainingPlan plan = RandomPlans.plan(3, Precision.FLOAT32);
        try (Trainer alone = Trainers.open(plan, blas, Cores.one());
                Trainer shared = Trainers.open(plan, blas, Cores.all())) {
            for (int step = 0; step < 5; step++) {
                int[] examples = IntStream.range(0, plan.batchSize()).toArray();
                alone.step(examples, 0.1);
                shared.step(examples, 0.1);
            }

            assertThat(RandomPlans.distance(alone.parameters(), shared.parameters()))
                    .isZero();
        }
    }
}
