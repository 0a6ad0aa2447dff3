package dev.gradlens.training;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.network.training.Clipping;
import dev.gradlens.network.training.ExampleOrder;
import dev.gradlens.network.training.Schedule;
import dev.gradlens.tensor.Precision;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a training is done, with nothing left to a default: from the same recipe, the same examples and the same first parameters
 * come the same numbers.
 *
 * @param optimizer how parameters move
 * @param learningRate η, which the schedule changes
 * @param clipping of the gradients; absent where they are left as they are
 * @param order in which examples come, without how many there are
 * @param standardize whether each feature is centred and scaled by the mean and the deviation of the training part
 * @param rule how backward treats normalizations
 * @param metricsEvery so many steps something is told; 0 for never
 * @param checkpointEvery so many steps one is kept, and one at the end; 0 for the end alone
 * @param gradientCheckEvery so many steps some gradients are checked; 0 for never
 * @param patience epochs without a better cost of the validation part after which it ends; absent where it goes on
 * @param deadline of running, pauses not counted
 */
public record Recipe(
        NetworkSpec spec,
        Precision precision,
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        @Nullable Clipping clipping,
        Order order,
        int epochs,
        boolean standardize,
        BackwardRule rule,
        int metricsEvery,
        int checkpointEvery,
        int gradientCheckEvery,
        @Nullable Integer patience,
        Duration deadline) {

    /**
     * In which order examples come, whatever their number.
     *
     * @param seed of the order, and of what is kept for validation
     */
    public record Order(long seed, double validationFraction, int batchSize, ExampleOrder.LastBatch lastBatch) {

        /** The order of so many rows. */
        public ExampleOrder of(int rows) {
            return new ExampleOrder(seed, rows, validationFraction, batchSize, lastBatch);
        }
    }

    /** Steps in all, over so many rows. */
    public long steps(int rows) {
        return (long) epochs * order.of(rows).batchesInEpoch();
    }
}
