package dev.gradlens.tensor;

/**
 * An m×n matrix of real numbers held by the {@link Kernels} that made it; a vector is 1×n or m×1.
 *
 * <p>Its numbers never change. It is valid until its kernels are closed.
 */
public interface Matrix {
    /** m, at least 1. */
    int rows();

    /** n, at least 1. */
    int columns();

    /** A copy of the entries, row by row; a double holds an entry of either precision exactly. */
    double[] toArray();

    /** A copy of the entries with their shape. */
    default Values values() {
        return new Values(rows(), columns(), toArray());
    }

    /** The shape in words, such as {@code 3×4}. */
    default String shape() {
        return rows() + "×" + columns();
    }

    /** The only entry of a 1×1 matrix. */
    default double scalar() {
        if (rows() != 1 || columns() != 1) {
            throw new IllegalArgumentException("a scalar is 1×1, not " + shape());
        }
        return toArray()[0];
    }
}
