package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.diagnosis.ShownConventions;
import dev.gradlens.diagnosis.ShownConventions.Shown;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.wire.tensors.Real;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What forward tensors show of how a layer was normalized. What they do not show is absent.
 *
 * @param layer from 1
 * @param axis over what the statistics were taken
 * @param varianceEstimator of sigma2
 * @param epsilonPlacement of the denominator
 * @param residuals how far the tensors that show them are from what they give
 */
@Schema(name = "ShownConventions")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownAnswer(
        int layer,
        ShownConventions.@Nullable StatisticsAxis axis,
        @Nullable VarianceEstimator varianceEstimator,
        Epsilon.@Nullable Placement epsilonPlacement,
        ShownResiduals residuals) {

    /**
     * Relative distances of tensors from what a convention gives, each where that convention is shown.
     *
     * @param axis of mu
     * @param varianceEstimator of sigma2
     * @param epsilonPlacement of Znorm
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownResiduals(
            @Nullable Real axis,
            @Nullable Real varianceEstimator,
            @Nullable Real epsilonPlacement) {}

    static ShownAnswer of(ShownConventions shown) {
        return new ShownAnswer(
                shown.layer() + 1,
                value(shown.axis()),
                value(shown.varianceEstimator()),
                value(shown.epsilonPlacement()),
                new ShownResiduals(
                        residual(shown.axis()),
                        residual(shown.varianceEstimator()),
                        residual(shown.epsilonPlacement())));
    }

    private static <T> @Nullable T value(Optional<Shown<T>> shown) {
        return shown.map(Shown::value).orElse(null);
    }

    private static <T> @Nullable Real residual(Optional<Shown<T>> shown) {
        return shown.map(one -> new Real(one.residual(), false)).orElse(null);
    }
}
