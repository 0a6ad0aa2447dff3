package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as one array, row by row.
 *
 * @param <A> the type of the array
 */
abstract class ReferenceMatrix<A> implements Matrix {
    private final Shape shape;
    private @Nullable A entries;

    ReferenceMatrix(Shape shape, A entries) {
        this.shape = shape;
        this.entries = entries;
    }

    @Override
    public final int rows() {
        return shape.rows();
    }

    @Override
    public final int columns() {
        return shape.columns();
    }

    /** Where the entry at row i and column j lies, where a side of length 1 is repeated without end. */
    final int index(int i, int j) {
        int row = rows() == 1 ? 0 : i;
        int column = columns() == 1 ? 0 : j;
        return row * columns() + column;
    }

    final A entries() {
        A held = entries;
        if (held == null) {
            throw new IllegalStateException("the kernels that held this %s matrix are closed".formatted(shape));
        }
        return held;
    }

    final void free() {
        entries = null;
    }
}
