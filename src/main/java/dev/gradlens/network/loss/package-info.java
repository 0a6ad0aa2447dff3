/** Losses, each the mean over the batch. A new one is a record here and a line in {@link dev.gradlens.network.loss.Loss}. */
@NullMarked
package dev.gradlens.network.loss;

import org.jspecify.annotations.NullMarked;
