package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.check.Reason;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gradient check says.
 *
 * @param verdict FAIL if one tensor fails, PASS if every tensor passes or is zero on both sides, else INCONCLUSIVE
 * @param oracle what the gradients were compared with
 * @param tolerance the relative difference that passes
 * @param step the oracle's h where it was given; otherwise h beside the scale of each entry
 * @param tensors each gradient that was looked at
 * @param stepSizeCurve where it was asked for
 * @param taylorTest where it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        VerdictName verdict,
        OracleName oracle,
        double tolerance,
        double step,
        List<TensorCheckAnswer> tensors,
        @Nullable StepSizeCurveAnswer stepSizeCurve,
        @Nullable TaylorTestAnswer taylorTest) {

    /**
     * Of one gradient a beside the oracle's numbers n.
     *
     * @param layer from 1; absent for dX
     * @param tensor its name
     * @param verdict FAIL if one entry fails
     * @param checked how many entries were looked at; the others are never called good
     * @param size how many entries there are
     * @param maxRelativeError the largest |a − n|/max(|a|, |n|); NaN where no two finite numbers were compared, absent where
     *     no entry was looked at
     * @param normRelativeError ‖a − n‖/(‖a‖ + ‖n‖); NaN and absent likewise
     * @param worst the entry whose difference takes most of what is allowed
     * @param reason why nothing can be concluded
     * @param detail the reason in words, or why no entry was looked at
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TensorCheckAnswer(
            @Nullable Integer layer,
            String tensor,
            VerdictName verdict,
            int checked,
            int size,
            @Nullable Double maxRelativeError,
            @Nullable Double normRelativeError,
            @Nullable WorstAnswer worst,
            @Nullable Reason reason,
            @Nullable String detail) {}

    /**
     * The entry whose difference takes most of what is allowed.
     *
     * @param index [row, column] of a matrix as it stands in the answer, [i] of a vector
     * @param analytic backward's number
     * @param numeric the oracle's
     * @param uncertainty how far the two may lie apart though both are right
     */
    record WorstAnswer(List<Integer> index, double analytic, double numeric, double uncertainty) {}

    /**
     * How far the oracle lies from the gradients as its step shrinks.
     *
     * @param steps h beside the scale of each entry
     * @param errors ‖a − n‖/(‖a‖ + ‖n‖) at each; NaN where J ends within the step
     * @param entries how many entries were looked at, evenly over all gradients that are checked
     */
    record StepSizeCurveAnswer(@Vector Tensor steps, @Vector Tensor errors, int entries) {}

    /**
     * How J leaves θ in a random direction δ, which is to each tensor of parameters what its own size is.
     *
     * @param steps h
     * @param slope ⟨g, δ⟩
     * @param withoutGradient |J(θ + hδ) − J(θ)|, of order 1
     * @param withGradient |J(θ + hδ) − J(θ) − h⟨g, δ⟩|, of order 2 if g is right
     */
    record TaylorTestAnswer(
            @Vector Tensor steps, double slope, RemaindersAnswer withoutGradient, RemaindersAnswer withGradient) {}

    /**
     * What is left of J.
     *
     * @param remainders one for each step
     * @param orders log(rᵢ/rᵢ₊₁)/log(hᵢ/hᵢ₊₁), one for each two neighbours
     * @param order the observed one, where rounding has no say; absent where it has everywhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemaindersAnswer(
            @Vector Tensor remainders,
            @Vector Tensor orders,
            @Nullable Double order) {}
}
