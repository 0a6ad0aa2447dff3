package dev.gradlens.inspection.web;

import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.inspection.Inspector;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows everything that happens to one batch. */
@RestController
class InspectionController {
    private final InspectionReader reader;
    private final Inspector inspector;
    private final ComputePool pool;

    InspectionController(InspectionReader reader, Inspector inspector, ComputePool pool) {
        this.reader = reader;
        this.inspector = inspector;
        this.pool = pool;
    }

    @PostMapping(
            path = "/v1/inspections",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    InspectionAnswer inspect(@RequestBody Posted<InspectionForm> posted) {
        InspectionReader.Read read = reader.read(posted);
        long start = System.nanoTime();
        InspectionResult result = pool.compute(read.work(), () -> inspector.inspect(read.inspection()));
        return InspectionWriter.write(result, read.effective(), Duration.ofNanos(System.nanoTime() - start));
    }
}
