package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.Count;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.tensors.ComputedInput;
import dev.gradlens.wire.tensors.ComputedMatrixInput;
import dev.gradlens.wire.tensors.ComputedVectorInput;
import org.jspecify.annotations.Nullable;

/**
 * The shape that a tensor is to have, as far as it is known: a vector has one side.
 *
 * @param rows null where not known
 * @param columns null where not known
 * @param inWords the sides by their names
 */
record ShapeCheck(@Nullable Integer rows, @Nullable Integer columns, String inWords) {

    /** Says so if a tensor does not have it. A transposed matrix is none of our business: it is a mistake with a name. */
    void check(ComputedInput sent, Place place) {
        switch (sent) {
            case ComputedMatrixInput matrix -> check(matrix, place);
            case ComputedVectorInput vector -> check(vector, place);
        }
    }

    private void check(ComputedMatrixInput matrix, Place place) {
        if (!fits(matrix.rows(), matrix.columns()) && !fits(matrix.columns(), matrix.rows())) {
            place.fault(
                    "has shape %s, expected %s×%s (%s)".formatted(matrix.shape(), side(rows), side(columns), inWords));
        }
    }

    private void check(ComputedVectorInput vector, Place place) {
        if (!fits(1, vector.columns())) {
            place.fault("has %s, expected %s (%s)"
                    .formatted(Count.of(vector.columns(), "entry", "entries"), side(columns), inWords));
        }
    }

    private boolean fits(int sentRows, int sentColumns) {
        return (rows == null || rows == sentRows) && (columns == null || columns == sentColumns);
    }

    private static String side(@Nullable Integer side) {
        return side == null ? "?" : side.toString();
    }
}
