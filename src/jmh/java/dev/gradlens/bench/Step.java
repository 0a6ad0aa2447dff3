package dev.gradlens.bench;

import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.network.training.Trainers;
import dev.gradlens.network.training.TrainingPlan;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import java.util.stream.IntStream;

/** Training steps with momentum 0.9, over four batches in turn. */
public final class Step implements Runnable {
    private static final int BATCHES = 4;
    private static final double LEARNING_RATE = 0.01;

    private final Trainer trainer;
    private final int examples;
    private int steps;

    /** For a sample of one batch; the data are four times as many examples. */
    public Step(Sample batch, Precision precision, Cores cores) {
        this.examples = batch.examples();
        Setup setup = new Sample(batch.widths(), BATCHES * examples).setup();
        TrainingPlan plan = new TrainingPlan(
                setup.spec(),
                setup.parameters(),
                setup.batch(),
                new Momentum(0.9, false, 0),
                BackwardRule.EXACT,
                examples,
                precision);
        this.trainer = Trainers.open(plan, KernelsProviders.start("blas"), cores);
    }

    /** One step. */
    @Override
    public void run() {
        cost();
    }

    /** One step; J before it. */
    double cost() {
        int first = (steps++ % BATCHES) * examples;
        return trainer.step(IntStream.range(first, first + examples).toArray(), LEARNING_RATE);
    }
}
