package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Matrix;

/**
 * The statistics that batch normalization keeps for inference.
 *
 * @param mean 1×n
 * @param variance 1×n
 */
public record RunningStatistics(Matrix mean, Matrix variance) {}
