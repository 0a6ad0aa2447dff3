package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import org.jspecify.annotations.Nullable;

/**
 * A vector of finite numbers of a request, of at least one.
 *
 * @param values the numbers, which are not copied: whoever is given them does not write to them
 */
@Called("a vector, given as an array of numbers or as a column [[1], [2]]")
public record VectorInput(double[] values) {

    /** Reads an array, or a column as the course holds its vectors. */
    @FromJson
    public static @Nullable VectorInput read(JsonValue value, Place place) {
        return switch (value) {
            case JsonNumbers numbers -> finite(numbers.values(), Entries.areFinite(numbers, place));
            case JsonMatrix column
            when column.columns() == 1 -> finite(column.values(), Entries.areFinite(column, place));
            default -> {
                NotAVector.explain(value, place);
                yield null;
            }
        };
    }

    public int size() {
        return values.length;
    }

    private static @Nullable VectorInput finite(double[] values, boolean finite) {
        return finite ? new VectorInput(values) : null;
    }
}
