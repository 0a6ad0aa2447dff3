package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.wire.arrays.FiledAnswer;
import dev.gradlens.wire.setup.EffectiveConventions;
import java.time.Duration;

/**
 * An inspection that was made, and is written once it is known how the client wants it.
 *
 * @param result of it
 * @param effective how the request was understood
 * @param tensors which tensors are shown, and how
 * @param took the computation, the wait for a free core included
 */
record Inspected(InspectionResult result, EffectiveConventions effective, TensorChoice tensors, Duration took)
        implements FiledAnswer {
    /** All of it in one document. */
    @JsonValue
    InspectionAnswer document() {
        return InspectionWriter.write(result, effective, tensors, took);
    }

    @Override
    public Filed filed() {
        ArrayShelf shelf = new ArrayShelf(tensors);
        InspectionAnswer rest = InspectionWriter.write(result, effective, shelf, took);
        return new Filed(rest, shelf.arrays());
    }
}
