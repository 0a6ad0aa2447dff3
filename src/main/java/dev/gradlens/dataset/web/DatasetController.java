package dev.gradlens.dataset.web;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Datasets;
import dev.gradlens.dataset.Kind;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.CursorRule;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.PageLimit;
import dev.gradlens.wire.admission.ComputePool;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows data sets, and deletes them. */
@Tag(name = "Datasets", description = "Data to train on: built in, generated from a seed, or uploaded.")
@RestController
@RequestMapping(path = DatasetController.PATH)
class DatasetController {
    static final String PATH = "/v1/datasets";

    private static final PageLimit DATASETS = new PageLimit(20, 100);
    private static final PageLimit ROWS = new PageLimit(100, 1000);

    private final Datasets datasets;
    private final ComputePool pool;

    DatasetController(Datasets datasets, ComputePool pool) {
        this.datasets = datasets;
        this.pool = pool;
    }

    /**
     * Lists the data sets: those that are built in, then the others from the oldest on.
     *
     * @param after what next was on the page before; that data set may be deleted meanwhile
     * @param limit how many at most, up to 100; by default 20
     * @return a page of them
     */
    @Operation(operationId = "listDatasets", summary = "List the data sets")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    DatasetsAnswer list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = DATASETS.of(limit);
        return DatasetsAnswer.of(datasets.list(after, most + 1), most);
    }

    /**
     * Shows a data set without its numbers.
     *
     * @param id of the data set
     * @return what it is like
     */
    @Operation(operationId = "getDataset", summary = "Show a data set")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    DatasetAnswer one(@PathVariable String id) {
        return DatasetAnswer.of(existing(id));
    }

    /**
     * Shows rows of a data set, in the order in which they came.
     *
     * @param id of the data set
     * @param after how many rows are passed over: what next was on the page before
     * @param limit how many rows at most, up to 1000; by default 100
     * @return a page of them
     */
    @Operation(operationId = "getDatasetRows", summary = "Show rows of a data set")
    @GetMapping(path = "/{id}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    RowsAnswer rows(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = ROWS.of(limit);
        CursorRule.require("after", after);
        Dataset dataset = existing(id);
        return pool.compute(
                DatasetWork.of(dataset, most),
                () -> RowsAnswer.of(dataset, datasets.examples(dataset.sha256()), after, most));
    }

    /**
     * Deletes a data set. Trainings that use it keep its numbers; one that is built in stays.
     *
     * @param id of the data set
     */
    @Operation(operationId = "deleteDataset", summary = "Delete a data set")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (existing(id).kind() == Kind.BUILT_IN) {
            throw new ConflictException("The data set %s is built in and cannot be deleted.".formatted(id));
        }
        if (!datasets.delete(id)) {
            throw missing(id); // somebody else was quicker
        }
    }

    private Dataset existing(String id) {
        return datasets.find(id).orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(String id) {
        return new NotFoundException("There is no data set " + Echo.of(id) + ".");
    }
}
