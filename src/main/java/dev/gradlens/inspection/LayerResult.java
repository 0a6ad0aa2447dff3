package dev.gradlens.inspection;

import dev.gradlens.network.LayerTape;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.network.normalization.RunningStatistics;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What forward left in one layer; absent what the layer does not have.
 *
 * @param z m×units
 * @param mu 1×units over the batch, m×1 over the units
 * @param sigma2 like mu
 * @param zNorm m×units
 * @param zTilda m×units
 * @param a m×units
 * @param runningMean 1×units, as this batch leaves it
 * @param runningVariance 1×units, as this batch leaves it
 * @param paths the paths behind dZ, where they were asked for and the layer is normalized
 * @param laws where they were asked for and hold for exact gradients
 * @param jacobian where it was asked for and the layer is normalized
 * @param resources where they were asked for
 */
public record LayerResult(
        Values z,
        @Nullable Values mu,
        @Nullable Values sigma2,
        @Nullable Values zNorm,
        @Nullable Values zTilda,
        Values a,
        @Nullable Values runningMean,
        @Nullable Values runningVariance,
        Optional<PathsResult> paths,
        Optional<List<Law>> laws,
        Optional<JacobianResult> jacobian,
        Optional<Resources> resources) {

    static LayerResult of(
            LayerTape tape,
            Optional<PathsResult> paths,
            Optional<List<Law>> laws,
            Optional<JacobianResult> jacobian,
            Optional<Resources> resources) {
        NormalizationTape normalization = tape.normalization();
        RunningStatistics running = normalization == null ? null : normalization.running();
        return new LayerResult(
                tape.z().values(),
                normalization == null ? null : values(normalization.mu()),
                normalization == null ? null : values(normalization.sigma2()),
                normalization == null ? null : values(normalization.zNorm()),
                normalization == null ? null : values(normalization.zTilda()),
                tape.a().values(),
                running == null ? null : values(running.mean()),
                running == null ? null : values(running.variance()),
                paths,
                laws,
                jacobian,
                resources);
    }

    /** What the activation was applied to: Ztilda, or Z without normalization. */
    Values argument() {
        return zTilda == null ? z : zTilda;
    }

    private static @Nullable Values values(@Nullable Matrix matrix) {
        return matrix == null ? null : matrix.values();
    }
}
