package dev.gradlens.check.noise;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Kernels whose every result is wrong in its last place, at random: what changes between two runs is what rounding decides.
 *
 * <p>Monte Carlo arithmetic: Parker, "Monte Carlo Arithmetic: exploiting randomness in floating-point arithmetic", 1997;
 * Vignes, "A stochastic arithmetic for reliable scientific computation", 1993. Equal numbers stay equal, so that a constant
 * feature stays constant and what cancels exactly still does.
 */
final class NoisyKernels implements Kernels {
    private final Kernels exact;
    private final Jitter jitter;

    NoisyKernels(Kernels exact, Jitter jitter) {
        this.exact = exact;
        this.jitter = jitter;
    }

    private Matrix noisy(Matrix result) {
        double[] entries = result.toArray();
        for (int index = 0; index < entries.length; index++) {
            entries[index] = jitter.moved(entries[index]);
        }
        return exact.matrix(result.rows(), result.columns(), entries);
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        return exact.matrix(rows, columns, rowMajor);
    }

    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        return noisy(exact.matmul(a, b));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        return noisy(exact.matmulTransposeB(a, b));
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        return noisy(exact.matmulTransposeA(a, b));
    }

    @Override
    public Matrix add(Matrix a, Matrix b) {
        return noisy(exact.add(a, b));
    }

    @Override
    public Matrix subtract(Matrix a, Matrix b) {
        return noisy(exact.subtract(a, b));
    }

    @Override
    public Matrix multiply(Matrix a, Matrix b) {
        return noisy(exact.multiply(a, b));
    }

    @Override
    public Matrix divide(Matrix a, Matrix b) {
        return noisy(exact.divide(a, b));
    }

    @Override
    public Matrix add(Matrix a, double c) {
        return noisy(exact.add(a, c));
    }

    @Override
    public Matrix multiply(Matrix a, double c) {
        return noisy(exact.multiply(a, c));
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
        return noisy(exact.sum(a, axis));
    }

    @Override
    public Matrix mean(Matrix a, Axis axis) {
        return noisy(exact.mean(a, axis));
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
