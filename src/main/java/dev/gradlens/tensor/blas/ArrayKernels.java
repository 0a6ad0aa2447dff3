package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;

/**
 * Every verb as one pass over arrays on the heap; products by BLAS.
 *
 * @param <A> the type of the arrays
 */
final class ArrayKernels<A> implements Kernels {
    private final Loops<A> loops;
    private Lifetime lifetime = new Lifetime();

    ArrayKernels(Loops<A> loops) {
        this.loops = loops;
    }

    @Override
    public Precision precision() {
        return loops.precision();
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        return hold(new Shape(rows, columns).holding(rowMajor), loops.fromDoubles(rowMajor));
    }

    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        return rowByRow(a, b, false, Shape.of(a).times(Shape.of(b)));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        return rowByRow(a, b, true, Shape.of(a).timesTransposed(Shape.of(b)));
    }

    private Matrix rowByRow(Matrix a, Matrix b, boolean transposeB, Shape shape) {
        A left = entries(a);
        A product = product(left, false, entries(b), transposeB, shape, a.columns());
        EqualRows.unify(loops.rows(), left, a.rows(), a.columns(), product, shape.columns());
        return hold(shape, product);
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).transposedTimes(Shape.of(b));
        return hold(shape, product(entries(a), true, entries(b), false, shape, a.rows()));
    }

    private A product(A a, boolean transposeA, A b, boolean transposeB, Shape shape, int terms) {
        A product = zeros(shape);
        loops.product(a, transposeA, b, transposeB, product, shape, terms);
        return product;
    }

    @Override
    public Matrix add(Matrix a, Matrix b) {
        return zip(a, b, loops::add);
    }

    @Override
    public Matrix subtract(Matrix a, Matrix b) {
        return zip(a, b, loops::subtract);
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return zip(a, b, loops::multiply);
    }

    @Override
    public Matrix divide(Matrix a, Matrix b) {
        return zip(a, b, loops::divide);
    }

    private Matrix zip(Matrix a, Matrix b, Zip<A> loop) {
        Shape shape = Shape.of(a).broadcast(Shape.of(b));
        A x = repeated(a, shape);
        A y = repeated(b, shape);
        A z = zeros(shape);
        loop.run(x, y, z);
        return hold(shape, z);
    }

    /** A loop over two arrays into a third. */
    private interface Zip<A> {
        void run(A x, A y, A z);
    }

    @Override
    public Matrix add(Matrix a, double c) {
        A z = zeros(Shape.of(a));
        loops.add(entries(a), c, z);
        return hold(Shape.of(a), z);
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        A z = zeros(Shape.of(a));
        loops.multiply(entries(a), c, z);
        return hold(Shape.of(a), z);
    }

    @Override
    public Matrix map(Elementary f, Matrix a) {
        A z = zeros(Shape.of(a));
        loops.map(f, entries(a), z);
        return hold(Shape.of(a), z);
    }

    @Override
    public Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise) {
        Shape shape = Shape.of(condition).broadcast(Shape.of(whenPositive)).broadcast(Shape.of(otherwise));
        A z = zeros(shape);
        loops.selectPositive(repeated(condition, shape), repeated(whenPositive, shape), repeated(otherwise, shape), z);
        return hold(shape, z);
    }

    @Override
    public Matrix sum(Matrix a, Axis axis) {
        return reduce(a, axis, loops::sum);
    }

    @Override
    public Matrix mean(Matrix a, Axis axis) {
        return reduce(a, axis, loops::mean);
    }

    @Override
    public Matrix max(Matrix a, Axis axis) {
        return reduce(a, axis, loops::max);
    }

    /** Along the columns is down the rows of the other side, where the loops run over whole rows. */
    private Matrix reduce(Matrix a, Axis axis, Reduction<A> loop) {
        Shape shape = Shape.of(a);
        A entries = entries(a);
        A reduced = switch (axis) {
            case ROWS -> loop.run(entries, shape);
            case COLUMNS ->
                loop.run(
                        loops.transposed(entries, shape),
                        new Shape(/* rows= */ shape.columns(), /* columns= */ shape.rows()));
        };
        return hold(shape.reduced(axis), reduced);
    }

    /** A loop down the rows. */
    private interface Reduction<A> {
        A run(A x, Shape shape);
    }

    @Override
    public void close() {
        lifetime.end();
        lifetime = new Lifetime();
    }

    private Matrix hold(Shape shape, A entries) {
        return new ArrayMatrix<>(shape, entries, loops, lifetime);
    }

    private A zeros(Shape shape) {
        return loops.zeros(Math.multiplyExact(shape.rows(), shape.columns()));
    }

    private A repeated(Matrix matrix, Shape shape) {
        Shape own = Shape.of(matrix);
        return own.equals(shape) ? entries(matrix) : loops.repeated(entries(matrix), own, shape);
    }

    private A entries(Matrix matrix) {
        if (matrix instanceof ArrayMatrix<?> own && own.precision() == precision()) {
            return loops.type().cast(own.entries());
        }
        throw new IllegalArgumentException("this %s matrix belongs to other kernels".formatted(matrix.shape()));
    }
}
