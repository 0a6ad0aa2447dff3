package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one tensor.
 *
 * @param layer from 1; absent for dX
 * @param tensor its name
 * @param sent whether it was; if not, it is known to be wrong from what it left in others
 * @param verdict on it, given what was sent upstream of it
 * @param residual ‖yours − expected‖/‖expected‖; not finite where yours is not
 * @param mistakes those that reproduce the numbers within the rounding, best first; none where it is correct or unexplained
 * @param indistinguishable those that give the same numbers within the rounding on this batch, the first one of mistakes
 *     included; absent where it is alone
 * @param partedBy a batch on which they differ, ready to stand in place of the request's
 * @param followsFrom the wrong tensors given which this one is right
 * @param notExcluded codes of mistakes whose effect is below the rounding here
 * @param combinations two mistakes at once, where no single one fits
 * @param fit the coefficients of the three paths, where no catalogued mistake gives dZ
 * @param reason why nothing more can be said
 * @param worst the entries that are farthest off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingAnswer(
        @Nullable Integer layer,
        String tensor,
        boolean sent,
        DiagnosisVerdict verdict,
        double residual,
        List<NamedMistake> mistakes,
        @Nullable List<SuspectAnswer> indistinguishable,
        @Nullable PartingBatchAnswer partedBy,
        List<SiteAnswer> followsFrom,
        List<String> notExcluded,
        List<CombinationAnswer> combinations,
        @Nullable FitAnswer fit,
        @Nullable String reason,
        List<WorstEntryAnswer> worst) {

    /**
     * A mistake that reproduces the numbers. The lines are NumPy's, with examples in rows.
     *
     * @param id its code, stable for ever
     * @param slug a few words in place of the code
     * @param title a short phrase
     * @param formula the line as it was probably written
     * @param correction the line as it should be
     * @param residual ‖yours − the mistake's‖/‖the mistake's‖
     * @param seen where people really made it, if that is known
     * @param detail which reading of it, where it has several
     * @param note how the lines are to be read under the conventions of the request, where those are others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedMistake(
            String id,
            String slug,
            String title,
            String formula,
            String correction,
            double residual,
            @Nullable String seen,
            @Nullable String detail,
            @Nullable String note) {}

    /**
     * A tensor.
     *
     * @param layer from 1; absent for dX
     * @param tensor its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SiteAnswer(@Nullable Integer layer, String tensor) {}

    /**
     * A mistake, and where it would have been made.
     *
     * @param id its code
     * @param layer from 1; absent for dX
     * @param tensor the name of the one that it makes wrong
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspectAnswer(String id, @Nullable Integer layer, String tensor) {}

    /**
     * Mistakes at once.
     *
     * @param ids their codes
     * @param at the same with where each would have been made
     * @param residual ‖yours − the mistakes'‖/‖the mistakes'‖
     */
    record CombinationAnswer(List<String> ids, List<SuspectAnswer> at, double residual) {}

    /**
     * A batch in the form of a request's. It has one of {@code Y} and {@code upstream}.
     *
     * @param layout as in the request
     * @param x the examples
     * @param y targets, where the loss has any
     * @param upstream the given gradient dA of the last layer, for the loss {@code upstream}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartingBatchAnswer(
            Layout layout,
            @JsonProperty("X") Tensor x,
            @JsonProperty("Y") @Nullable Tensor y,
            @Nullable Tensor upstream) {}

    /**
     * An entry.
     *
     * @param index from 0: row and column as in the request's layout, or the place in a vector
     * @param yours what was sent
     * @param expected what is right, given what was sent upstream of it
     */
    record WorstEntryAnswer(List<Integer> index, double yours, double expected) {}
}
