package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.tensors.FlatShape.Rank;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of finite numbers of a request, at least 1×1.
 *
 * @param rows m
 * @param columns n
 * @param values m·n numbers, row by row, which are not copied: whoever is given them does not write to them. Not finite
 *     where an entry is no finite number, which then has been said
 * @param form in which it was sent
 */
@Called("a matrix, given as an array of rows, flat or in base64")
public record MatrixInput(int rows, int columns, double[] values, Form form) {

    /**
     * Reads an array of rows, or a tensor that is an object. What is wrong is a fault at the row or the entry; as long as
     * the rows have one length, the rest can still be held against other things.
     */
    @FromJson
    public static @Nullable MatrixInput read(JsonValue value, Place place) {
        return read(value, NonFinite.REFUSED, place);
    }

    static @Nullable MatrixInput read(JsonValue value, NonFinite nonFinite, Place place) {
        return switch (value) {
            case JsonMatrix matrix -> {
                Entries.requireFinite(matrix, place);
                yield new MatrixInput(matrix.rows(), matrix.columns(), matrix.values(), Form.ROWS);
            }
            case JsonObject object -> of(FlatTensor.read(object, Rank.MATRIX, nonFinite, place));
            default -> PartOfAMatrix.read(value, nonFinite, place);
        };
    }

    private static @Nullable MatrixInput of(@Nullable FlatTensor flat) {
        return flat == null ? null : new MatrixInput(flat.rows(), flat.columns(), flat.values(), flat.form());
    }

    /** Says what is wrong with an entry, which is counted from 0, row by row. */
    public void fault(Place matrix, int entry, String detail) {
        form.fault(matrix, columns, entry, detail);
    }

    /** The shape in words, such as {@code 3×4}. */
    public String shape() {
        return rows + "×" + columns;
    }
}
