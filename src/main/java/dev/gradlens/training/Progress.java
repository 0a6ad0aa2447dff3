package dev.gradlens.training;

import org.jspecify.annotations.Nullable;

/**
 * How far a training has come.
 *
 * @param step steps taken
 * @param epoch in which the last one was, from 1; 0 before the first
 * @param cost J of the last step's batch, before it moved the parameters
 * @param accuracy share of that batch that was told right; absent where nothing is told
 * @param validationCost J of the validation part at the end of the last epoch that ended
 * @param validationAccuracy likewise
 */
public record Progress(
        long step,
        int epoch,
        @Nullable Double cost,
        @Nullable Double accuracy,
        @Nullable Double validationCost,
        @Nullable Double validationAccuracy) {

    /** Before the first step. */
    public static final Progress NONE = new Progress(0, 0, null, null, null, null);
}
