package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.tensors.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection shows.
 *
 * @param cost J
 * @param layers the first one first
 * @param dX the gradient of X
 * @param gradientCheck what the check says; absent where it is off
 * @param compareBackwards where it was asked for
 * @param descent where it was asked for: steps, and a curve for each backward
 * @param effective how the request was understood
 * @param warnings what a reader of the numbers should know
 * @param run what computed, and how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InspectionAnswer(
        double cost,
        List<LayerAnswer> layers,
        Tensor dX,
        @Nullable CheckAnswer gradientCheck,
        @Nullable List<ComparisonAnswer> compareBackwards,
        @Nullable DescentAnswer descent,
        EffectiveConventions effective,
        List<WarningAnswer> warnings,
        RunAnswer run) {

    /**
     * One layer.
     *
     * @param layer from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LayerAnswer(
            int layer,
            String type,
            ForwardAnswer forward,
            BackwardAnswer backward,
            @Nullable PathsAnswer paths,
            @Nullable List<LawAnswer> laws) {}

    /** What forward computed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ForwardAnswer(
            @JsonProperty("Z") Tensor z,
            @Nullable Tensor mu,
            @Nullable Tensor sigma2,
            @JsonProperty("Znorm") @Nullable Tensor zNorm,
            @JsonProperty("Ztilda") @Nullable Tensor zTilda,
            @JsonProperty("A") Tensor a,
            @Nullable Tensor runningMean,
            @Nullable Tensor runningVariance) {}

    /** What backward computed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BackwardAnswer(
            Tensor dA,
            @JsonProperty("dZtilda") @Nullable Tensor dZTilda,
            @JsonProperty("dZnorm") @Nullable Tensor dZNorm,
            @JsonProperty("dsigma2") @Nullable Tensor dSigma2,
            @JsonProperty("dmu") @Nullable Tensor dMu,
            Tensor dZ,
            @Nullable Tensor dW,
            @Nullable Tensor db,
            @JsonProperty("dgamma") @Nullable Tensor dGamma,
            @JsonProperty("dbeta") @Nullable Tensor dBeta) {}

    /**
     * The paths whose sum is dZ.
     *
     * @param norms the Frobenius norm of each
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PathsAnswer(
            Tensor direct,
            @Nullable Tensor throughMean,
            @Nullable Tensor throughVariance,
            Map<String, Double> norms) {}

    /** An identity, with an entry of each side for each unit or example. */
    record LawAnswer(String id, String statement, Tensor left, Tensor right, double residual, boolean holds) {}

    /** A wrong backward beside the exact one. */
    record ComparisonAnswer(String backward, List<TensorComparisonAnswer> tensors) {}

    /**
     * One gradient beside the exact one.
     *
     * @param layer from 1; absent for dX
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TensorComparisonAnswer(
            @Nullable Integer layer, String tensor, double cosine, double relativeError, double normRatio) {}

    /** J along each backward's gradient. */
    record DescentAnswer(
            Tensor steps, CurveAnswer exact, CurveAnswer statisticsAsConstants, CurveAnswer skipNormalization) {}

    /** J along one backward's gradient; no verdict where the slope is NaN. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurveAnswer(
            Tensor costs,
            Tensor linear,
            double slope,
            @Nullable String verdict) {}

    /**
     * What a reader should know.
     *
     * @param layer from 1; absent where it concerns no layer
     * @param count how many entries it concerns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WarningAnswer(String code, @Nullable Integer layer, String tensor, int count, String detail) {}

    /** What really ran. */
    record RunAnswer(String backend, double milliseconds) {}
}
