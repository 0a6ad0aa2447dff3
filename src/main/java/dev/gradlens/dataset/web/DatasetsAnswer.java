package dev.gradlens.dataset.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.dataset.Dataset;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of data sets.
 *
 * @param items those that are built in, then the others from the oldest on
 * @param next what to ask for with {@code after} to go on; absent on the last page
 */
@Schema(name = "DatasetPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatasetsAnswer(List<DatasetAnswer> items, @Nullable String next) {

    /** @param found one more than the page has, where there are more */
    static DatasetsAnswer of(List<Dataset> found, int limit) {
        List<DatasetAnswer> items =
                found.stream().limit(limit).map(DatasetAnswer::of).toList();
        return new DatasetsAnswer(items, found.size() > limit ? items.getLast().id() : null);
    }
}
