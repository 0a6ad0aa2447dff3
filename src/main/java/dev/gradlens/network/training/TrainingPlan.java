package dev.gradlens.network.training;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;

/**
 * What is to be trained, on what and how.
 *
 * @param start where it begins
 * @param data all examples, of which each step takes some
 * @param rule how backward treats normalization
 * @param batchSize examples in a step, at most
 * @param watched whether gradients stand by themselves between the backward pass and the move, so that they can be read and
 *     scaled. It costs some speed, and in the last digits the moves may differ from those of a plan that is not watched
 */
public record TrainingPlan(
        NetworkSpec spec,
        TrainerState start,
        Batch data,
        Optimizer optimizer,
        BackwardRule rule,
        int batchSize,
        Precision precision,
        boolean watched) {

    /** From the beginning, not watched. */
    public TrainingPlan(
            NetworkSpec spec,
            List<LayerParameters<Values>> parameters,
            Batch data,
            Optimizer optimizer,
            BackwardRule rule,
            int batchSize,
            Precision precision) {
        this(spec, TrainerState.beginning(parameters, optimizer), data, optimizer, rule, batchSize, precision, false);
    }

    /** The same, watched. */
    public TrainingPlan whileWatched() {
        return new TrainingPlan(spec, start, data, optimizer, rule, batchSize, precision, true);
    }

    /** The same from where a trainer of this plan has come to. */
    public TrainingPlan from(TrainerState state) {
        return new TrainingPlan(spec, state, data, optimizer, rule, batchSize, precision, watched);
    }

    /** Refuses to show gradients that do not stand by themselves. */
    void requireWatched() {
        if (!watched) {
            throw new IllegalStateException("gradients stand by themselves only in a plan that is watched");
        }
    }
}
