package dev.gradlens.dataset.web;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Kind;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.csv.CsvChoices;
import dev.gradlens.dataset.csv.CsvFile;
import dev.gradlens.wire.NameRule;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes data sets. */
@Tag(name = "Datasets")
@RestController
@RequestMapping(path = DatasetController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class NewDatasetController {
    private static final String UNNAMED = "upload";
    private static final String CREATE = "createDataset";
    private static final String SUMMARY = "Generate or upload a data set";
    private static final String DESCRIPTION = """
            Generates a data set as JSON describes it, or takes one that is sent as a file; its address is in Location.

            CSV is in UTF-8, with commas and with quotes as in RFC 4180. Unless `header` says so, the first row is a header where \
            in some column a word stands above a number. Every cell but a label has to be a finite number. The labels are the \
            column that `label` names; else the one called label, labels, target, class, species or y; else the last one, if \
            it holds words. Words are classes in the order of their characters, up to 1000 different whole numbers are classes \
            in their order, and other numbers are targets. What is wrong is told by line and by the column of the cell.

            An npz or safetensors file holds X (rows×features), and labels (classes from 0, up to 999) or Y (rows or \
            rows×outputs) or neither.""";

    private final Datasets datasets;
    private final DatasetLimits limits;
    private final ComputePool pool;

    NewDatasetController(Datasets datasets, DatasetLimits limits, ComputePool pool) {
        this.datasets = datasets;
        this.limits = limits;
        this.pool = pool;
    }

    /**
     * Draws a data set.
     *
     * @return the data set, without its numbers
     */
    @Operation(operationId = CREATE, summary = SUMMARY, description = DESCRIPTION)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DatasetAnswer> generate(@RequestBody Posted<GenerationForm> posted) {
        GenerationReader.Read read = GenerationReader.read(posted);
        return created(pool.compute(
                DatasetWork.of(read.drawing()),
                () -> datasets.add(read.name(), Kind.GENERATED, read.drawing().table())));
    }

    /**
     * Reads a data set from CSV.
     *
     * @param header of CSV: whether the first row names the columns; told from the first two rows where it is not given
     * @param label of CSV: the column of the labels, by its name or by its number from 0
     * @param name of a file's data set, for people; upload where it is not given. At most 200 characters
     * @return the data set, without its numbers
     */
    @Operation(operationId = CREATE, summary = SUMMARY, description = DESCRIPTION)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = "text/csv")
    ResponseEntity<DatasetAnswer> upload(
            @RequestBody PostedText text,
            @RequestParam(required = false) @Nullable Boolean header,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String name) {
        String called = checked(name);
        return uploaded(called, CsvFile.read(text.content(), new CsvChoices(header, label), limits, text.memory()));
    }

    /**
     * Reads a data set from arrays.
     *
     * @param name of a file's data set, for people; upload where it is not given. At most 200 characters
     * @return the data set, without its numbers
     */
    @Operation(operationId = CREATE, summary = SUMMARY, description = DESCRIPTION)
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(consumes = {"application/x-npz", "application/x-safetensors"})
    ResponseEntity<DatasetAnswer> upload(
            @RequestBody PostedArrays arrays, @RequestParam(required = false) @Nullable String name) {
        String called = checked(name);
        return uploaded(called, ArraysReader.read(arrays, limits));
    }

    private static String checked(@Nullable String name) {
        String complaint = name == null ? null : NameRule.complaint(name);
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
