package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Every verb as one operation of ND4J into a fresh matrix, but for the few that {@link HostVerbs} names. */
final class Nd4jKernels implements Kernels {
    private final Precision precision;
    private final List<Nd4jMatrix> held = new ArrayList<>();

    Nd4jKernels(Precision precision) {
        this.precision = precision;
    }

    @Override
    public Precision precision() {
        return precision;
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        return holdEntries(new Shape(rows, columns).holding(rowMajor), rowMajor);
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
        Nd4jMatrix left = own(a);
        Nd4jMatrix product = hold(shape, c -> Nd4jVerbs.matmul(left.array(), false, array(b), transposeB, c));
        EqualRows.unify(left, product);
        return product;
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        Shape shape = Shape.of(a).transposedTimes(Shape.of(b));
        return hold(shape, c -> Nd4jVerbs.matmul(array(a), true, array(b), false, c));
    }

    @Override
    public Matrix add(Matrix a, Matrix b) {
        return hold(broadcast(a, b), z -> Nd4jVerbs.add(array(a), array(b), z));
    }

    @Override
    public Matrix subtract(Matrix a, Matrix b) {
        return hold(broadcast(a, b), z -> Nd4jVerbs.subtract(array(a), array(b), z));
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return hold(broadcast(a, b), z -> Nd4jVerbs.multiply(array(a), array(b), z));
    }

    @Override
    public Matrix divide(Matrix a, Matrix b) {
        return hold(broadcast(a, b), z -> Nd4jVerbs.divide(array(a), array(b), z));
    }

    @Override
    public Matrix add(Matrix a, double c) {
        return hold(Shape.of(a), z -> Nd4jVerbs.add(array(a), c, z));
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        return hold(Shape.of(a), z -> Nd4jVerbs.multiply(array(a), c, z));
    }

    @Override
    public Matrix map(Elementary f, Matrix a) {
        return switch (f) {
            case ABS, EXP, LOG, SQRT, ERFC -> hold(Shape.of(a), z -> Nd4jVerbs.map(f, array(a), z));
            case EXPM1 -> holdEntries(Shape.of(a), HostVerbs.map(StrictMath::expm1, a));
            case LOG1P -> holdEntries(Shape.of(a), HostVerbs.map(StrictMath::log1p, a));
            case TANH -> holdEntries(Shape.of(a), HostVerbs.map(StrictMath::tanh, a));
            case SIGMOID -> holdEntries(Shape.of(a), HostVerbs.map(HostVerbs::sigmoid, a));
        };
    }

    @Override
    public Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise) {
        Shape shape = broadcast(condition, whenPositive).broadcast(Shape.of(otherwise));
        return holdEntries(shape, HostVerbs.selectPositive(shape, condition, whenPositive, otherwise));
    }

    @Override
    public Matrix sum(Matrix a, Axis axis) {
        return hold(Shape.of(a).reduced(axis), z -> Nd4jVerbs.sum(array(a), axis, z));
    }

    @Override
    public Matrix mean(Matrix a, Axis axis) {
        return holdEntries(Shape.of(a).reduced(axis), HostVerbs.mean(a, axis, precision));
    }

    @Override
    public Matrix max(Matrix a, Axis axis) {
        return holdEntries(Shape.of(a).reduced(axis), HostVerbs.max(a, axis));
    }

    @Override
    public void close() {
        held.forEach(Nd4jMatrix::free);
        held.clear();
    }

    private Nd4jMatrix hold(Shape shape, Consumer<INDArray> operation) {
        Nd4jMatrix result = Nd4jMatrix.uninitialized(shape, precision);
        held.add(result);
        operation.accept(result.array());
        return result;
    }

    private Matrix holdEntries(Shape shape, double[] entries) {
        Nd4jMatrix result = Nd4jMatrix.uninitialized(shape, precision);
        held.add(result);
        result.write(entries);
        return result;
    }

    private static Shape broadcast(Matrix a, Matrix b) {
        return Shape.of(a).broadcast(Shape.of(b));
    }

    private INDArray array(Matrix matrix) {
        return own(matrix).array();
    }

    private Nd4jMatrix own(Matrix matrix) {
        if (matrix instanceof Nd4jMatrix own && own.precision() == precision) {
            return own;
        }
        throw new IllegalArgumentException("this %s matrix belongs to other kernels".formatted(matrix.shape()));
    }
}
