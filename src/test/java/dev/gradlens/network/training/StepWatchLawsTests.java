package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepWatchLawsTests {
    private static final KernelsProvider REFERENCE = KernelsProviders.start("reference");
    private static final KernelsProvider BLAS = KernelsProviders.start("blas");
    private static final double RATE = 0.05;

    static IntStream seeds() {
        return IntStream.range(0, 21);
    }

    private static int[] examples(TrainingPlan plan, int step) {
        return new Random(step)
                .ints(Math.max(2, plan.batchSize() - step), 0, plan.data().examples())
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void seesTheSameInPlannedStepsAsInReadableOnes(int seed) {
        TrainingPlan plan = RandomPlans.plan(seed, Precision.FLOAT64).whileWatched();
        try (Trainer planned = Trainers.open(plan, BLAS, Cores.all());
                Trainer readable = Trainers.open(plan, REFERENCE, Cores.all())) {
            StepWatch fast = new StepWatch(plan, planned, plan.start().parameters());
            StepWatch slow = new StepWatch(plan, readable, plan.start().parameters());
            for (int step = 0; step < 5; step++) {
                double[] seen = watched(planned, fast, examples(plan, step));

                assertThat(seen)
                        .containsExactly(watched(readable, slow, examples(plan, step)), within(1e-8))
                        .hasSameSizeAs(StepWatch.names(plan));
            }
        }
    }

    private static double[] watched(Trainer trainer, StepWatch watch, int[] examples) {
        trainer.gradients(examples);
        watch.beforeMove();
        trainer.move(RATE);
        return watch.afterMove(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void changesNoBitOfATraining(int seed) {
        changesNoBit(RandomPlans.plan(seed, Precision.FLOAT32), BLAS);
        changesNoBit(RandomPlans.plan(seed, Precision.FLOAT64, new Tanh(), BackwardRule.SKIP_NORMALIZATION), REFERENCE);
    }

    private static void changesNoBit(TrainingPlan unwatched, KernelsProvider provider) {
        TrainingPlan plan = unwatched.whileWatched();
        try (Trainer seen = Trainers.open(plan, provider, Cores.one());
                Trainer unseen = Trainers.open(plan, provider, Cores.one())) {
            StepWatch watch = new StepWatch(plan, seen, plan.start().parameters());
            for (int step = 0; step < 5; step++) {
                watched(seen, watch, examples(plan, step));
                unseen.step(examples(plan, step), RATE);
            }

            assertThat(RandomPlans.distance(seen.parameters(), unseen.parameters()))
                    .isZero();
        }
    }
}
