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
 * @param values the numbers, which are not copied: whoever is given them does not write to them. Not finite where an
 *     entry is no finite number, which then has been said
 * @param isColumn whether it was sent as a column [[1], [2]]
 */
@Called("a vector, given as an array of numbers or as a column [[1], [2]]")
public record VectorInput(double[] values, boolean isColumn) {

    /** Reads an array, or a column as the course holds its vectors. */
    @FromJson
    public static @Nullable VectorInput read(JsonValue value, Place place) {
        return switch (value) {
            case JsonNumbers numbers -> {
                Entries.requireFinite(numbers, place);
                yield new VectorInput(numbers.values(), false);
            }
            case JsonMatrix column
            when column.columns() == 1 -> {
                Entries.requireFinite(column, place);
                yield new VectorInput(column.values(), true);
            }
            default -> PartOfAVector.read(value, place);
        };
    }

    public int size() {
        return values.length;
    }

    /** Where an entry stands. */
    public Place entry(Place vector, int i) {
        return entry(vector, i, isColumn);
    }

    static Place entry(Place vector, int i, boolean inColumn) {
        return inColumn ? vector.item(i).item(0) : vector.item(i);
    }
}
