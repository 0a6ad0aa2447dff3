package dev.gradlens.check.noise;

import dev.gradlens.check.noise.Exactness.Operation;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Kernels whose every rounded result is wrong in its last place, at random: what changes between two runs is what rounding decides.
 *
 * <p>Monte Carlo arithmetic: Parker, "Monte Carlo Arithmetic: exploiting randomness in floating-point arithmetic", 1997;
 * Vignes, "A stochastic arithmetic for reliable scientific computation", 1993. Equal numbers stay equal and exact
 * results exact, so that a constant feature stays constant and what cancels exactly still does.
 */
final class NoisyKernels implements Kernels {
    private final Kernels exact;
    private final Jitter jitter;

    NoisyKernels(Kernels exact, Jitter jitter) {
        this.exact = exact;
        this.jitter = jitter;
    }

    private Matrix noisy(Matrix result) {
        return noisy(result, new boolean[result.rows() * result.columns()]);
    }

    private Matrix noisy(Operation operation, Matrix left, Matrix right, Matrix result) {
        return noisy(result, Exactness.of(operation, left.values(), right.values(), result.values()));
    }

    private Matrix noisy(Matrix result, boolean[] isExact) {
        double[] entries = result.toArray();
        for (int index = 0; index < entries.length; index++) {
            entries[index] = isExact[index] ? entries[index] : jitter.moved(entries[index]);
        }
        return exact.matrix(result.rows(), result.columns(), entries);
    }

    private Matrix constant(double c) {
        return exact.matrix(1, 1, new double[] {c});
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        return exact.matrix(rows, columns, rowMajor);
    }

    /** A product is off by the rounding of its terms, which may be far larger than what they add up to. */
    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        return exact.matmul(noisy(a), noisy(b));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        return exact.matmulTransposeB(noisy(a), noisy(b));
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        return exact.matmulTransposeA(noisy(a), noisy(b));
    }

    @Override
    public Matrix add(Matrix a, Matrix b) {
        return noisy(Operation.SUM, a, b, exact.add(a, b));
    }

    @Override
    public Matrix subtract(Matrix a, Matrix b) {
        return noisy(Operation.DIFFERENCE, a, b, exact.subtract(a, b));
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return noisy(Operation.PRODUCT, a, b, exact.multiply(a, b));
    }

    @Override
    public Matrix divide(Matrix a, Matrix b) {
        return noisy(Operation.QUOTIENT, a, b, exact.divide(a, b));
    }

    @Override
    public Matrix add(Matrix a, double c) {
        return add(a, constant(c));
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        return multiply(a, constant(c));
    }

    @Override
    public Matrix map(Elementary f, Matrix a) {
        return noisy(exact.map(f, a));
    }

    @Override
    public Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise) {
        return exact.selectPositive(condition, whenPositive, otherwise);
    }

    @Override
    public Matrix sum(Matrix a, Axis axis) {
        return noisy(exact.sum(a, axis), Exactness.ofSum(a, axis));
    }

    /** The mean of equal numbers stays that number. */
    @Override
    public Matrix mean(Matrix a, Axis axis) {
        Matrix mean = exact.mean(a, axis);
        Matrix range = exact.add(exact.max(a, axis), exact.max(exact.multiply(a, -1), axis)); // 0 where all are equal
        return exact.selectPositive(range, noisy(mean), mean);
    }

    @Override
    public Matrix max(Matrix a, Axis axis) {
        return exact.max(a, axis);
    }

    @Override
    public void close() {
        exact.close();
    }
}
