package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.function.DoubleUnaryOperator;

/** Every verb as its definition reads, in floats: each entry of the result, computed from left to right. */
final class Float32Kernels extends ReferenceKernels<Float32Matrix> {
    Float32Kernels() {
        super(Float32Matrix.class);
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        Shape shape = new Shape(rows, columns).holding(rowMajor);
        return fill(shape, (i, j) -> (float) rowMajor[i * columns + j]);
    }

    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).times(Shape.of(b));
        Float32Matrix x = own(a);
        Float32Matrix y = own(b);
        return fill(shape, (i, j) -> Float32Reductions.sum(a.columns(), k -> x.at(i, k) * y.at(k, j)));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).timesTransposed(Shape.of(b));
        Float32Matrix x = own(a);
        Float32Matrix y = own(b);
        return fill(shape, (i, j) -> Float32Reductions.sum(a.columns(), k -> x.at(i, k) * y.at(j, k)));
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).transposedTimes(Shape.of(b));
        Float32Matrix x = own(a);
        Float32Matrix y = own(b);
        return fill(shape, (i, j) -> Float32Reductions.sum(a.rows(), k -> x.at(k, i) * y.at(k, j)));
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
        float rounded = (float) c;
        return each(a, x -> x + rounded);
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        float rounded = (float) c;
        return each(a, x -> rounded * x);
    }

    /** Each function as the float nearest to its double: the true value's own nearest one, unless two are as near. */
    @Override
    public Matrix map(Elementary f, Matrix a) {
        DoubleUnaryOperator function = RealFunctions.of(f);
        return each(a, x -> (float) function.applyAsDouble(x));
    }

    @Override
    public Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise) {
        Shape shape = Shape.of(condition).broadcast(Shape.of(whenPositive)).broadcast(Shape.of(otherwise));
        Float32Matrix c = own(condition);
        Float32Matrix x = own(whenPositive);
        Float32Matrix y = own(otherwise);
        return fill(shape, (i, j) -> c.at(i, j) > 0 ? x.at(i, j) : c.at(i, j) <= 0 ? y.at(i, j) : Float.NaN);
    }

    @Override
    public Matrix sum(Matrix a, Axis axis) {
        return reduce(a, axis, Float32Reductions::sum);
    }

    @Override
    public Matrix mean(Matrix a, Axis axis) {
        return reduce(a, axis, Float32Reductions::mean);
    }

    @Override
    public Matrix max(Matrix a, Axis axis) {
        return reduce(a, axis, Float32Reductions::max);
    }

    private Matrix each(Matrix a, FloatFunction f) {
        Float32Matrix x = own(a);
        return fill(Shape.of(a), (i, j) -> f.apply(x.at(i, j)));
    }

    private Matrix zip(Matrix a, Matrix b, FloatOperator f) {
        Shape shape = Shape.of(a).broadcast(Shape.of(b));
        Float32Matrix x = own(a);
        Float32Matrix y = own(b);
        return fill(shape, (i, j) -> f.apply(x.at(i, j), y.at(i, j)));
    }

    private Matrix reduce(Matrix a, Axis axis, FloatReduction f) {
        Float32Matrix x = own(a);
        return switch (axis) {
            case ROWS -> fill(Shape.of(a).reduced(axis), (i, j) -> f.apply(x.column(j)));
            case COLUMNS -> fill(Shape.of(a).reduced(axis), (i, j) -> f.apply(x.row(i)));
        };
    }

    private Matrix fill(Shape shape, Float32Matrix.Entry entry) {
        return hold(Float32Matrix.of(shape, entry));
    }

    /** A function of one float. */
    private interface FloatFunction {
        float apply(float x);
    }

    /** A function of two floats. */
    private interface FloatOperator {
        float apply(float x, float y);
    }

    /** A function of many floats. */
    private interface FloatReduction {
        float apply(float[] values);
    }
}
