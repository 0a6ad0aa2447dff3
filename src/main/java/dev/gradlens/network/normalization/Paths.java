package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the chain rule from Znorm back to Z, whose sum is dZ. A vector stands for a matrix that repeats it.
 *
 * @param direct with mu and sigma2 held constant; dZtilda where the normalization is skipped
 * @param throughMean by way of mu; absent where mu is a constant or does not exist
 * @param throughVariance by way of sigma2; absent where it is a constant
 */
public record Paths(
        Matrix direct,
        @Nullable Matrix throughMean,
        @Nullable Matrix throughVariance) {}
