package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Every verb as its definition reads, in doubles: each entry of the result, computed from left to right. */
final class Float64Kernels extends ReferenceKernels<Float64Matrix> {
    Float64Kernels() {
        super(Float64Matrix.class);
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        Shape shape = new Shape(rows, columns).holding(rowMajor);
        return hold(new Float64Matrix(shape, rowMajor.clone()));
    }

    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).times(Shape.of(b));
        Float64Matrix x = own(a);
        Float64Matrix y = own(b);
        return fill(shape, (i, j) -> Float64Reductions.sum(a.columns(), k -> x.at(i, k) * y.at(k, j)));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).timesTransposed(Shape.of(b));
        Float64Matrix x = own(a);
        Float64Matrix y = own(b);
        return fill(shape, (i, j) -> Float64Reductions.sum(a.columns(), k -> x.at(i, k) * y.at(j, k)));
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).transposedTimes(Shape.of(b));
        Float64Matrix x = own(a);
        Float64Matrix y = own(b);
        return fill(shape, (i, j) -> Float64Reductions.sum(a.rows(), k -> x.at(k, i) * y.at(k, j)));
    }

    @Override
    public Matrix add(Matrix a, Matrix b) {
        return zip(a, b, (x, y) -> x + y);
    }

    @Override
    public Matrix subtract(Matrix a, Matrix b) {
        return zip(a, b, (x, y) -> x - y);
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return zip(a, b, (x, y) -> x * y);
    }

    @Override
    public Matrix divide(Matrix a, Matrix b) {
        return zip(a, b, (x, y) -> x / y);
    }

    @Override
    public Matrix add(Matrix a, double c) {
        return each(a, x -> x + c);
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        return each(a, x -> c * x);
    }

    @Override
    public Matrix map(Elementary f, Matrix a) {
        return each(a, RealFunctions.of(f));
    }

    @Override
    public Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise) {
        Shape shape = Shape.of(condition).broadcast(Shape.of(whenPositive)).broadcast(Shape.of(otherwise));
        Float64Matrix c = own(condition);
        Float64Matrix x = own(whenPositive);
        Float64Matrix y = own(otherwise);
        return fill(shape, (i, j) -> c.at(i, j) > 0 ? x.at(i, j) : c.at(i, j) <= 0 ? y.at(i, j) : Double.NaN);
    }

    @Override
    public Matrix sum(Matrix a, Axis axis) {
        return reduce(a, axis, Float64Reductions::sum);
    }

    @Override
    public Matrix mean(Matrix a, Axis axis) {
        return reduce(a, axis, Float64Reductions::mean);
    }

    @Override
    public Matrix max(Matrix a, Axis axis) {
        return reduce(a, axis, Float64Reductions::max);
    }

    private Matrix each(Matrix a, DoubleUnaryOperator f) {
        Float64Matrix x = own(a);
        return fill(Shape.of(a), (i, j) -> f.applyAsDouble(x.at(i, j)));
    }

    private Matrix zip(Matrix a, Matrix b, DoubleBinaryOperator f) {
        Shape shape = Shape.of(a).broadcast(Shape.of(b));
        Float64Matrix x = own(a);
        Float64Matrix y = own(b);
        return fill(shape, (i, j) -> f.applyAsDouble(x.at(i, j), y.at(i, j)));
    }

    private Matrix reduce(Matrix a, Axis axis, ToDoubleFunction<double[]> f) {
        Float64Matrix x = own(a);
        return switch (axis) {
            case ROWS -> fill(Shape.of(a).reduced(axis), (i, j) -> f.applyAsDouble(x.column(j)));
            case COLUMNS -> fill(Shape.of(a).reduced(axis), (i, j) -> f.applyAsDouble(x.row(i)));
        };
    }

    private Matrix fill(Shape shape, Float64Matrix.Entry entry) {
        return hold(Float64Matrix.of(shape, entry));
    }
}
