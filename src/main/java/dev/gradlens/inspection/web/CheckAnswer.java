package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.check.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gradient check says.
 *
 * @param verdict FAIL if one tensor fails, PASS if every tensor passes or is zero on both sides, else INCONCLUSIVE
 * @param oracle what the gradients were compared with
 * @param tolerance the relative difference that passes
 * @param step of the oracle
 * @param tensors each gradient that was looked at
 */
record CheckAnswer(
        VerdictName verdict, OracleName oracle, double tolerance, double step, List<TensorCheckAnswer> tensors) {

    /**
     * Of one gradient a beside the oracle's numbers n.
     *
     * @param layer from 1; absent for dX
     * @param tensor its name
     * @param verdict FAIL if one entry fails
     * @param checked how many entries were looked at; the others are never called good
     * @param size how many entries there are
     * @param maxRelativeError the largest |a − n|/max(|a|, |n|)
     * @param normRelativeError ‖a − n‖/(‖a‖ + ‖n‖)
     * @param worst the entry whose difference takes most of what is allowed
     * @param reason why nothing can be concluded
     * @param detail the reason in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TensorCheckAnswer(
            @Nullable Integer layer,
            String tensor,
            VerdictName verdict,
            int checked,
            int size,
            double maxRelativeError,
            double normRelativeError,
            @Nullable WorstAnswer worst,
            @Nullable Reason reason,
            @Nullable String detail) {}

    /**
     * The entry whose difference takes most of what is allowed.
     *
     * @param index [row, column] of a matrix as it stands in the answer, [i] of a vector
     * @param analytic backward's number
     * @param numeric the oracle's
     * @param uncertainty how far rounding may have moved the two
     */
    record WorstAnswer(List<Integer> index, double analytic, double numeric, double uncertainty) {}
}
