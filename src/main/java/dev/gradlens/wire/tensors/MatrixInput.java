package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import org.jspecify.annotations.Nullable;

/**
 * A matrix of finite numbers of a request, at least 1×1.
 *
 * @param rows m
 * @param columns n
 * @param values m·n numbers, row by row, which are not copied: whoever is given them does not write to them. Not finite
 *     where an entry is no finite number, which then has been said
 */
@Called("a matrix, given as an array of rows")
public record MatrixInput(int rows, int columns, double[] values) {

    /**
     * Reads an array of rows. What is wrong is a fault at the row or the entry; as long as the rows have one length, the
     * rest can still be held against other things.
     */
    @FromJson
    public static @Nullable MatrixInput read(JsonValue value, Place place) {
        if (!(value instanceof JsonMatrix matrix)) {
            return PartOfAMatrix.read(value, place);
        }
        Entries.requireFinite(matrix, place);
        return new MatrixInput(matrix.rows(), matrix.columns(), matrix.values());
    }

    /** Where an entry stands, counted row by row. */
    public Place entry(Place matrix, int index) {
        return matrix.item(index / columns).item(index % columns);
    }

    /** The shape in words, such as {@code 3×4}. */
    public String shape() {
        return rows + "×" + columns;
    }
}
