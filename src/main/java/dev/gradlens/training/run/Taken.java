package dev.gradlens.training.run;

import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param cost J of its batch before the move
 * @param accuracy of its batch; absent where nothing is told
 * @param learningRate of the move
 * @param watched a number for each name that is watched; empty where the step is not measured
 * @param seen what a check of its gradients saw; absent where there was none
 */
record Taken(
        double cost,
        @Nullable Double accuracy,
        double learningRate,
        double[] watched,
        GradientExaminer.@Nullable Seen seen) {}
