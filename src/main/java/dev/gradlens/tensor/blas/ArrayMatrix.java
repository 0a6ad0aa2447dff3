package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;

/**
 * A matrix as one array on the heap, row by row. What nobody looks at any more is the garbage collector's, even before the
 * kernels are closed.
 *
 * @param <A> the type of the array
 */
final class ArrayMatrix<A> implements Matrix {
    private final Shape shape;
    private final A entries;
    private final Loops<A> loops;
    private final Lifetime lifetime;

    ArrayMatrix(Shape shape, A entries, Loops<A> loops, Lifetime lifetime) {
        this.shape = shape;
        this.entries = entries;
        this.loops = loops;
        this.lifetime = lifetime;
    }

    @Override
    public int rows() {
        return shape.rows();
    }

    @Override
    public int columns() {
        return shape.columns();
    }

    @Override
    public double[] toArray() {
        return loops.toDoubles(entries());
    }

    Precision precision() {
        return loops.precision();
    }

    A entries() {
        if (lifetime.isOver()) {
            throw new IllegalStateException("the kernels that held this %s matrix are closed".formatted(shape));
        }
        return entries;
    }
}
