package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.diagnosis.web.DiagnosisAnswer.DiagnosisRun;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Names the mistake in gradients that somebody computed. */
@Tag(name = DiagnosisController.TAG, description = "Which mistake a hand-written backward pass makes.")
@RestController
class DiagnosisController {
    static final String TAG = "Diagnoses";

    private final DiagnosisReader reader;
    private final Diagnoser diagnoser;
    private final MistakePages pages;
    private final KernelsProvider kernels;
    private final ComputePool pool;
    private final Timer timer;

    DiagnosisController(
            DiagnosisReader reader,
            Diagnoser diagnoser,
            MistakePages pages,
            KernelsProvider kernels,
            ComputePool pool,
            MeterRegistry meters) {
        this.reader = reader;
        this.diagnoser = diagnoser;
        this.pages = pages;
        this.kernels = kernels;
        this.pool = pool;
        this.timer = Timer.builder("gradlens.diagnoses")
                .description("Diagnoses by themselves, the wait for a free core included")
                .register(meters);
    }

    /**
     * Names the mistake in gradients that somebody computed. Send the setup as for an inspection, and any of the gradients
     * and forward tensors that your own code gave. Each is judged given what was sent upstream of it, so that a mistake is
     * named once, where it was made; what is right given a wrong tensor follows from it.
     *
     * <p>A matrix may be sent transposed, which is a mistake with a name; any other wrong shape is refused. Entries may be
     * the strings NaN, Infinity and -Infinity, which are diagnosed, not refused.
     *
     * @return a finding for each tensor, the conventions that are shown, and how the request was understood
     */
    @Operation(operationId = DiagnosisExample.OPERATION, summary = "Name the mistake in gradients")
    @PostMapping(
            path = "/v1/diagnoses",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    DiagnosisAnswer diagnose(@RequestBody Posted<DiagnosisForm> posted) {
        DiagnosisReader.Read read = reader.read(posted);
        long start = System.nanoTime();
        Diagnosis diagnosis = pool.compute(
                read.exercise().work(),
                () -> diagnoser.key(read.exercise().exercise()).diagnose(read.submission()));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        timer.record(took);
        return new DiagnosisWriter(pages, read.exercise().effective())
                .write(diagnosis, read.submission(), new DiagnosisRun(kernels.backend(), took.toNanos() / 1e6));
    }
}
