package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.tensors.FlatShape.Rank;
import org.jspecify.annotations.Nullable;

/**
 * A vector of finite numbers of a request, of at least one.
 *
 * @param values the numbers, which are not copied: whoever is given them does not write to them. Not finite where an
 *     entry is no finite number, which then has been said
 * @param form in which it was sent
 */
@Called("a vector, given as an array of numbers, as a column [[1], [2]], flat or in base64")
public record VectorInput(double[] values, Form form) {

    /** Reads an array, a column as the course holds its vectors, or a tensor that is an object. */
    @FromJson
    public static @Nullable VectorInput read(JsonValue value, Place place) {
        return read(value, NonFinite.REFUSED, place);
    }

    static @Nullable VectorInput read(JsonValue value, NonFinite nonFinite, Place place) {
        return switch (value) {
            case JsonNumbers numbers -> {
                Entries.requireFinite(numbers, place);
                yield new VectorInput(numbers.values(), Form.ARRAY);
            }
            case JsonMatrix column
            when column.columns() == 1 -> {
                Entries.requireFinite(column, place);
                yield new VectorInput(column.values(), Form.ROWS);
            }
            case JsonObject object -> of(FlatTensor.read(object, Rank.VECTOR, nonFinite, place));
            default -> PartOfAVector.read(value, nonFinite, place);
        };
    }

    public int size() {
        return values.length;
    }

    private static @Nullable VectorInput of(@Nullable FlatTensor flat) {
        return flat == null ? null : new VectorInput(flat.values(), flat.form());
    }

    /** Says what is wrong with an entry, which is counted from 0. */
    public void fault(Place vector, int entry, String detail) {
        form.fault(vector, 1, entry, detail);
    }
}
