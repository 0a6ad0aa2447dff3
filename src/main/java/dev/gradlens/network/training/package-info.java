/**
 * Steps of gradient descent: forward, backward and the move of the parameters, with the order of the examples, the learning
 * rate of each step, numbers that tell how it goes and the evaluation of what has been learned. {@code ReadableTrainer} takes
 * the steps by the layers as they are written down, {@code PlannedTrainer} in fused passes over arrays that are planned once.
 */
@NullMarked
package dev.gradlens.network.training;

import org.jspecify.annotations.NullMarked;
