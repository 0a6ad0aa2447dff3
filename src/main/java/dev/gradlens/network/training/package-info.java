/**
 * Steps of gradient descent: forward, backward and the move of the parameters. {@code ReadableTrainer} takes them by the
 * layers as they are written down, {@code PlannedTrainer} in fused passes over arrays that are planned once.
 */
@NullMarked
package dev.gradlens.network.training;

import org.jspecify.annotations.NullMarked;
