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
 * @param parameters where it begins, one for each layer
 * @param data all examples, of which each step takes some
 * @param rule how backward treats normalization
 * @param batchSize examples in a step, at most
 */
public record TrainingPlan(
        NetworkSpec spec,
        List<LayerParameters<Values>> parameters,
        Batch data,
        Optimizer optimizer,
        BackwardRule rule,
        int batchSize,
        Precision precision) {
    public TrainingPlan {
        parameters = List.copyOf(parameters);
    }
}
