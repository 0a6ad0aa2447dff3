package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.setup.EffectiveConventions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of what was sent.
 *
 * @param verdict WRONG if any finding is, else UNDECIDED if any is, else CORRECT
 * @param findings one for each tensor sent, and one for each that is known to be wrong without having been sent
 * @param conventions what the forward tensors show, for each layer of which some were sent
 * @param correctUnder conventions other than the declared ones under which everything sent is correct
 * @param effective how the request was understood
 * @param warnings what a reader of the findings should know
 * @param run what computed, and how long it took
 */
@Schema(name = "DiagnosisAnswer")
record DiagnosisAnswer(
        DiagnosisVerdict verdict,
        List<FindingAnswer> findings,
        List<ShownAnswer> conventions,
        List<OtherConventionsAnswer> correctUnder,
        EffectiveConventions effective,
        List<DiagnosisWarning> warnings,
        DiagnosisRun run) {

    /**
     * What a reader should know.
     *
     * @param code nonFinite, where what was sent holds NaN or infinities
     * @param layer from 1; absent where it concerns no layer
     * @param tensor the name of the one that it concerns
     * @param count how many of its entries
     * @param detail a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiagnosisWarning(String code, @Nullable Integer layer, String tensor, int count, String detail) {}

    /**
     * What really ran.
     *
     * @param backend what computed
     * @param milliseconds of the diagnosis, the wait for a free core included
     */
    record DiagnosisRun(String backend, double milliseconds) {}
}
