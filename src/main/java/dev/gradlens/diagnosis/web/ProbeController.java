package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.probe.Probe;
import dev.gradlens.diagnosis.probe.Prober;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.ScriptAnswer;
import dev.gradlens.wire.admission.ComputePool;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes exercises that tell mistakes apart. */
@Tag(name = "Probes", description = "Exercises on which every mistake shows, and tests of tests.")
@RestController
class ProbeController {
    private final MistakePages pages;
    private final ComputePool pool;
    private final KernelsProvider plainLoops = KernelsProviders.start("reference");

    ProbeController(MistakePages pages, ComputePool pool) {
        this.pages = pages;
        this.pool = pool;
    }

    /**
     * Makes parameters and a batch on which every two mistakes of the catalogue differ by a wide margin, Z54 and F07 apart, so
     * that a few digits of a gradient tell which one was made. The network has two dense layers of one width, of which the
     * first is normalized, and weight decay. The same request gives the same numbers on every machine.
     *
     * <p>On {@code Accept} or {@code format} the answer is a file of arrays with all tensors, or a test in Python that calls
     * your own backward and names the mistake where it fails.
     *
     * @param format how the answer is written; it wins over the header Accept
     * @return a request that is ready to post as an inspection, and how far mistakes are apart on it
     */
    @Operation(operationId = "makeProbe", summary = "Make an exercise that tells mistakes apart")
    @PostMapping(
            path = "/v1/probes",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/x-npz",
                "application/x-safetensors",
                ScriptAnswer.MEDIA_TYPE
            })
    Probed make(@RequestBody Posted<ProbeForm> posted, @RequestParam(required = false) @Nullable ProbeFormat format) {
        ProbeReader.Read read = ProbeReader.read(posted);
        return pool.compute(read.work(), () -> made(read));
    }

    private Probed made(ProbeReader.Read read) {
        Probe probe = new Prober(plainLoops).probe(read.plan());
        ProbeTensors tensors = new ProbeTensors(probe.exercise(), plainLoops);
        return new Probed(probe, tensors, read.tensors(), new ProbeScript(probe, tensors, pages, plainLoops).text());
    }
}
