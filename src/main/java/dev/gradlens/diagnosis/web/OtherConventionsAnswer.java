package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.diagnosis.OtherConventions;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.wire.setup.ScaleName;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Conventions other than the declared ones. What is as declared is absent.
 *
 * @param epsilonPlacement of every layer
 * @param epsilon of every layer
 * @param varianceEstimator of every layer
 * @param gradientScale of what the gradients are
 */
@Schema(name = "OtherConventions")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OtherConventionsAnswer(
        Epsilon.@Nullable Placement epsilonPlacement,
        @Nullable Double epsilon,
        @Nullable VarianceEstimator varianceEstimator,
        @Nullable ScaleName gradientScale) {

    static OtherConventionsAnswer of(OtherConventions other) {
        return new OtherConventionsAnswer(
                other.epsilonPlacement().orElse(null),
                other.epsilon().orElse(null),
                other.varianceEstimator().orElse(null),
                other.gradientScale().map(OtherConventionsAnswer::name).orElse(null));
    }

    private static ScaleName name(OtherConventions.ParameterMean scale) {
        return switch (scale) {
            case COST -> ScaleName.COST;
            case MEAN_IN_PARAMETERS -> ScaleName.MEAN_IN_PARAMETERS;
        };
    }
}
