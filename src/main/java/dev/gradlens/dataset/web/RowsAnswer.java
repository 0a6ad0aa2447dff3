package dev.gradlens.dataset.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Feature;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.tensors.Tensor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the rows of a data set.
 *
 * @param features the names of the columns
 * @param rows the numbers of each row; none behind the last one
 * @param labels the class of each row, from 0; absent where there are no labels
 * @param targets the numbers that each row is an example of, where they are no classes
 * @param next what to ask for with {@code after} to go on; absent on the last page
 */
@Schema(name = "DatasetRows")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RowsAnswer(
        List<String> features,
        Tensor rows,
        @Nullable List<Integer> labels,
        @JsonProperty("Y") @Nullable Tensor targets,
        @Nullable Integer next) {

    /** Rows from one on, which is counted from 0; so many, or those that are left. */
    static RowsAnswer of(Dataset dataset, Examples examples, int from, int most) {
        int start = Math.min(from, dataset.rows());
        int end = (int) Math.min((long) start + most, dataset.rows());
        return new RowsAnswer(
                dataset.features().stream().map(Feature::name).toList(),
                part(examples.x(), start, end),
                examples.targets() instanceof Targets.Classes(int[] labels) ? part(labels, start, end) : null,
                examples.targets() instanceof Targets.Numbers(Values y) ? part(y, start, end) : null,
                end < dataset.rows() ? end : null);
    }

    private static Tensor part(Values values, int start, int end) {
        int columns = values.columns();
        double[] part = Arrays.copyOfRange(values.rowMajor(), start * columns, end * columns);
        return Tensor.matrix(end - start, columns, part);
    }

    private static List<Integer> part(int[] labels, int start, int end) {
        return IntStream.range(start, end).mapToObj(i -> labels[i]).toList();
    }
}
