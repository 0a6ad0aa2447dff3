package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Matrix;

/**
 * The lines of a matrix along which it is reduced.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param axis the direction of the lines
 */
record Lines(int rows, int columns, Axis axis) {
    static Lines of(Matrix matrix, Axis axis) {
        return new Lines(matrix.rows(), matrix.columns(), axis);
    }

    /** How many there are, which is what a reduction leaves. */
    int count() {
        return axis == Axis.ROWS ? columns : rows;
    }

    /** Entries of each. */
    int length() {
        return axis == Axis.ROWS ? rows : columns;
    }

    void visit(Visitor visitor) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                visitor.visit(axis == Axis.ROWS ? j : i, i * columns + j);
            }
        }
    }

    /** Takes a line, and the place of one of its entries. */
    interface Visitor {
        void visit(int line, int at);
    }
}
