package dev.gradlens.inspection.web;

import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.inspection.Inspector;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.arrays.AnswerFormat;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows everything that happens to one batch. */
@Tag(name = "Inspections", description = "One batch forward, backward, checked and explained.")
@RestController
class InspectionController {
    private final InspectionReader reader;
    private final Inspector inspector;
    private final ComputePool pool;
    private final Timer timer;

    InspectionController(InspectionReader reader, Inspector inspector, ComputePool pool, MeterRegistry meters) {
        this.reader = reader;
        this.inspector = inspector;
        this.pool = pool;
        this.timer = Timer.builder("gradlens.inspections")
                .description("Inspections, the wait for a free core included")
                .register(meters);
    }

    /**
     * Runs one batch through a network, forward and backward, and shows every node of the graph with its gradient. The
     * gradients are checked unless that is switched off. The same request gives the same bytes on the same machine,
     * but for the field run.
     *
     * <p>A request may come as multipart/form-data of two parts: {@code request}, in JSON, and {@code arrays}, a file of
     * .npz or safetensors whose arrays X, Y, labels, upstream, W1, b1, gamma1, beta1, runningMean1, runningVariance1 and
     * so on stand for what the JSON leaves out. What is wrong with one is told at its name, /arrays/W1.
     *
     * <p>On {@code Accept} or {@code format} the answer is a file: its tensors are the arrays Z1, dZ1, direct1 and so on, and
     * dX, in the form of its precision; the rest of the document is the member response.json of an .npz, or response of the
     * metadata of safetensors. {@code tensors.only} applies; summaries stay in the document, and so do the short series
     * that are no tensors.
     *
     * @param format how the answer is written; it wins over the header Accept
     * @return every number, what the check says, and how the request was understood
     */
    @Operation(operationId = InspectionExample.OPERATION, summary = "Inspect one batch")
    @PostMapping(
            path = "/v1/inspections",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE},
            produces = {MediaType.APPLICATION_JSON_VALUE, "application/x-npz", "application/x-safetensors"})
    Inspected inspect(
            @RequestBody Posted<InspectionForm> posted, @RequestParam(required = false) @Nullable AnswerFormat format) {
        InspectionReader.Read read = reader.read(posted);
        long start = System.nanoTime();
        InspectionResult result = pool.compute(read.work(), () -> inspector.inspect(read.inspection()));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        timer.record(took);
        return new Inspected(result, read.effective(), read.tensors(), took);
    }
}
