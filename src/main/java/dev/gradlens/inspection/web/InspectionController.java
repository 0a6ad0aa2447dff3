package dev.gradlens.inspection.web;

import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.inspection.Inspector;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
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
     * @param format how the answer is written; binary forms are not supported yet
     * @return every number, what the check says, and how the request was understood
     */
    @Operation(operationId = InspectionExample.OPERATION, summary = "Inspect one batch")
    @PostMapping(
            path = "/v1/inspections",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    InspectionAnswer inspect(
            @RequestBody Posted<InspectionForm> posted, @RequestParam(required = false) @Nullable AnswerFormat format) {
        InspectionReader.Read read = reader.read(posted);
        long start = System.nanoTime();
        InspectionResult result = pool.compute(read.work(), () -> inspector.inspect(read.inspection()));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        timer.record(took);
        return InspectionWriter.write(result, read.effective(), read.tensors(), took);
    }
}
