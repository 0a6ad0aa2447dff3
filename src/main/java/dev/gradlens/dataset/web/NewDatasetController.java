package dev.gradlens.dataset.web;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Kind;
import dev.gradlens.dataset.Names;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.csv.CsvChoices;
import dev.gradlens.dataset.csv.CsvFile;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.PostedText;
import dev.gradlens.wire.WrongParameterException;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.arrays.PostedArrays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes data sets. */
@Tag(name = "Datasets")
@RestController
@RequestMapping(path = DatasetController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class NewDatasetController {
    private static final String UNNAMED = "upload";

    private final Datasets datasets;
    private final DatasetLimits limits;
    private final ComputePool pool;

    NewDatasetController(Datasets datasets, DatasetLimits limits, ComputePool pool) {
        this.datasets = datasets;
        this.limits = limits;
        this.pool = pool;
    }

    /**
     * Generates a data set, as JSON describes it, or takes one that is sent as a file.
     *
     * @return the data set, whose address is in Location
     */
    @Operation(operationId = "createDataset", summary = "Generate or upload a data set")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetAnswer> generate(@RequestBody Posted<GenerationForm> posted) {
        GenerationReader.Read read = GenerationReader.read(posted);
        return created(pool.compute(
                DatasetWork.of(read.drawing()),
                () -> datasets.add(read.name(), Kind.GENERATED, read.drawing().table())));
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<DatasetAnswer> upload(
            @RequestBody PostedText text,
            @RequestParam(required = false) @Nullable Boolean header,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String name) {
        String called = checked(name);
        return uploaded(called, CsvFile.read(text.content(), new CsvChoices(header, label), limits, text.memory()));
    }

    @PostMapping(consumes = {"application/x-npz", "application/x-safetensors"})
    ResponseEntity<DatasetAnswer> upload(
            @RequestBody PostedArrays arrays, @RequestParam(required = false) @Nullable String name) {
        String called = checked(name);
        return uploaded(called, ArraysReader.read(arrays, limits));
    }

    private static String checked(@Nullable String name) {
        String complaint = name == null ? null : Names.complaint(name);
        if (complaint != null) {
            throw new WrongParameterException("name", complaint);
        }
        return Objects.requireNonNullElse(name, UNNAMED);
    }

    private ResponseEntity<DatasetAnswer> uploaded(String name, Table table) {
        return created(pool.compute(DatasetWork.of(table), () -> datasets.add(name, Kind.UPLOADED, table)));
    }

    private static ResponseEntity<DatasetAnswer> created(Dataset dataset) {
        return ResponseEntity.created(URI.create(DatasetController.PATH + "/" + dataset.id()))
                .body(DatasetAnswer.of(dataset));
    }
}
