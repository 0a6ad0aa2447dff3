package dev.gradlens.network.normalization;

import static java.util.Objects.requireNonNull;

import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What a normalization reads beside Z.
 *
 * @param gamma the scale, 1×n
 * @param beta the shift, 1×n
 * @param running the running statistics; only batch normalization has them
 */
public record NormalizationParameters(
        Matrix gamma, Matrix beta, @Nullable RunningStatistics running) {
    RunningStatistics requireRunning() {
        return requireNonNull(running, "batch normalization needs running statistics");
    }
}
