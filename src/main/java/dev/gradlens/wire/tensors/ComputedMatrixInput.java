package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.FromJson;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A matrix that a client's own code computed, at least 1×1. */
@Called("a matrix, given as an array of rows, flat or in base64")
public record ComputedMatrixInput(int rows, int columns, double[] values) implements ComputedInput {

    /** Reads what a {@link MatrixInput} reads, and entries that are not finite. */
    @FromJson
    public static @Nullable ComputedMatrixInput read(JsonValue value, Place place) {
        MatrixInput matrix = MatrixInput.read(value, NonFinite.TAKEN, place);
        return matrix == null ? null : new ComputedMatrixInput(matrix.rows(), matrix.columns(), matrix.values());
    }

    /** The shape in words, such as {@code 3×4}. */
    public String shape() {
        return rows + "×" + columns;
    }
}
