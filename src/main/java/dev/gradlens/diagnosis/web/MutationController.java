package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.mutation.MutationScorer;
import dev.gradlens.diagnosis.mutation.Report;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.setup.SetupReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tests tests. */
@Tag(name = "Probes")
@RestController
class MutationController {
    private final SetupReader setups;
    private final ComputePool pool;
    private final MutationScorer scorer = new MutationScorer(KernelsProviders.start("reference"));

    MutationController(SetupReader setups, ComputePool pool) {
        this.setups = setups;
        this.pool = pool;
    }

    /**
     * Makes every mistake of the catalogue that can be made in a network, one at a time, and says which of them your own test
     * of the backward pass would notice with its numbers and its tolerance: by comparing gradients, or by central differences.
     *
     * @return what is caught, what is missed and why, and how the test would notice more
     */
    @Operation(operationId = "scoreMutations", summary = "Test a test of a backward pass")
    @PostMapping(
            path = "/v1/mutation-scores",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    MutationAnswer score(@RequestBody Posted<MutationForm> posted) {
        MutationReader.Read read = MutationReader.read(posted, setups);
        Report report = pool.compute(read.work(), () -> scorer.report(read.exercise(), read.test()));
        return new MutationWriter(read.test(), report).answer();
    }
}
