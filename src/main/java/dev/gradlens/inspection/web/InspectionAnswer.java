package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.inspection.Descent;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.nodes.ParametersAnswer;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection shows. A tensor that a layer does not have, or that was not asked for, is absent.
 *
 * @param cost J: the mean over the batch of the examples' losses, plus weight decay
 * @param layers the first one first
 * @param dX the gradient of X
 * @param parameters what the initialization made, or the model has: a request that gives them instead has the same numbers in
 *     its answer
 * @param gradientCheck what the check says; absent where it is off
 * @param compareBackwards where it was asked for
 * @param descent where it was asked for: steps, and a curve for each backward
 * @param effective how the request was understood
 * @param warnings what a reader of the numbers should know
 * @param run what computed, and how long it took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InspectionAnswer(
        Real cost,
        List<LayerAnswer> layers,
        @Nullable Tensor dX,
        @Nullable ParametersAnswer parameters,
        @Nullable CheckAnswer gradientCheck,
        @Nullable List<ComparisonAnswer> compareBackwards,
        @Nullable DescentAnswer descent,
        EffectiveConventions effective,
        List<WarningAnswer> warnings,
        RunAnswer run) {

    /**
     * A wrong backward beside the exact one.
     *
     * @param backward which one
     * @param tensors every gradient that both have
     */
    record ComparisonAnswer(BackwardRule backward, List<TensorComparisonAnswer> tensors) {}

    /**
     * One gradient x beside the exact e.
     *
     * @param layer from 1; absent for dX
     * @param tensor its name
     * @param cosine ⟨x, e⟩/(‖x‖·‖e‖): 1 where they point the same way, NaN where one is 0
     * @param relativeError ‖x − e‖/‖e‖
     * @param normRatio ‖x‖/‖e‖
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TensorComparisonAnswer(
            @Nullable Integer layer, String tensor, double cosine, double relativeError, double normRatio) {}

    /**
     * J at θ − t·g for the parameters θ and each backward's gradient g.
     *
     * @param steps t
     * @param exact by the derivative
     * @param statisticsAsConstants with mu and sigma2 held constant
     * @param skipNormalization by the formulas of a network without normalization
     */
    record DescentAnswer(
            @Vector(plain = true) Tensor steps,
            CurveAnswer exact,
            CurveAnswer statisticsAsConstants,
            CurveAnswer skipNormalization) {}

    /**
     * J along one backward's gradient g.
     *
     * @param costs J at each step
     * @param linear J + t·slope, what a small step does
     * @param slope the derivative of J by t at 0, −⟨exact gradient, g⟩
     * @param verdict the sign of the slope; absent where that is not finite
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CurveAnswer(
            @Vector(plain = true) Tensor costs,
            @Vector(plain = true) Tensor linear,
            Real slope,
            Descent.@Nullable Verdict verdict) {}

    /**
     * What a reader should know.
     *
     * @param code what it is
     * @param layer from 1; absent where it concerns no layer
     * @param tensor the name of the one that it concerns
     * @param count how many of its entries
     * @param detail a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WarningAnswer(WarningCode code, @Nullable Integer layer, String tensor, int count, String detail) {}

    /**
     * What really ran.
     *
     * @param backend what computed
     * @param milliseconds of the computation, the wait for a free core included
     */
    record RunAnswer(String backend, double milliseconds) {}
}
