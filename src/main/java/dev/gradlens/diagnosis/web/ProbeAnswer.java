package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.nodes.BackwardAnswer;
import dev.gradlens.wire.nodes.ForwardAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exercise on which mistakes differ. In a file the tensors are arrays X, Y, W1, b1, gamma1, Z1, dZ1 and so on, and the
 * running statistics before the batch initialRunningMean1, initialRunningVariance1.
 *
 * @param request ready to post as an inspection
 * @param separation how far those two mistakes are apart that are nearest to each other
 * @param layers where the tensors were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProbeAnswer(
        ExerciseAnswer request,
        ProbeSeparation separation,
        @Nullable List<ProbeLayer> layers) {

    /**
     * The nearest two ways to compute a tensor, of all readings of all mistakes but Z54 and F07, which are rounding. Those that
     * are the same formula by nature are no two: without a mean in rms Z03 and Z04, with the identity what leaves out its
     * derivative and what is right.
     *
     * @param minimum ‖a − b‖ / max(‖a‖, ‖b‖) of the two
     * @param pair the ids of both; CORRECT stands for the right way
     * @param layer from 1; absent for dX
     * @param tensor that is computed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProbeSeparation(
            double minimum, List<String> pair, @Nullable Integer layer, String tensor) {}

    /**
     * The tensors of a layer, as an inspection shows them.
     *
     * @param layer from 1
     * @param forward what forward computes
     * @param backward what backward computes
     */
    record ProbeLayer(int layer, ForwardAnswer forward, BackwardAnswer backward) {}
}
