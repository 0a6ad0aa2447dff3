package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.diagnosis.web.ExerciseAnswer.ExerciseParameters;
import dev.gradlens.diagnosis.web.FindingAnswer.PartingBatchAnswer;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.setup.ScaleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mistakes a test of a backward pass would notice. Those of the catalogue count that can be made in this network, each in
 * its main formula and made alone, the ones in forward (F, R) and Z54, which is rounding, apart. One is caught if it is in
 * every layer in which it can be made.
 *
 * @param score the part of them that is caught, from 0 to 1
 * @param caught their ids
 * @param missed the others
 * @param note where the test fails for the right gradient, too: its entries that do so count for nothing
 * @param improvement the change that raises the score most, the smallest of those that were tried; absent where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MutationAnswer(
        double score,
        List<String> caught,
        List<MissedMistake> missed,
        @Nullable String note,
        @Nullable MutationImprovement improvement) {

    /**
     * A mistake that the test lets pass.
     *
     * @param id its code
     * @param layer in which it may be made unnoticed, from 1
     * @param tensor in which it is made there
     * @param why it is not noticed
     * @param largestDifference of an entry that the test looks at, from the right one; 0 where it looks at none
     */
    record MissedMistake(String id, int layer, String tensor, String why, double largestDifference) {}

    /**
     * A change that was tried.
     *
     * @param change in words
     * @param request with it, ready to post again
     * @param score that it really gives
     */
    record MutationImprovement(String change, ImprovedRequest request, double score) {}

    /**
     * A request for a mutation score.
     *
     * @param network with nothing left to a default
     * @param parameters of every layer
     * @param batch at which it is looked
     * @param gradientScale of what the gradients are
     * @param mode whose statistics batch normalization uses
     * @param compares the gradients that the test holds against right ones
     * @param tolerance of that comparison
     * @param finiteDifference where the test is a gradient check
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImprovedRequest(
            NetworkForm network,
            ExerciseParameters parameters,
            PartingBatchAnswer batch,
            ScaleName gradientScale,
            Mode mode,
            @Nullable List<String> compares,
            @Nullable ImprovedTolerance tolerance,
            @Nullable ImprovedDifference finiteDifference) {}

    /**
     * A tolerance.
     *
     * @param relative beside the right entry
     * @param absolute however small that is
     */
    record ImprovedTolerance(double relative, double absolute) {}

    /**
     * A gradient check.
     *
     * @param step h
     * @param precision in which J is computed
     * @param tolerance relative
     */
    record ImprovedDifference(double step, Precision precision, double tolerance) {}
}
