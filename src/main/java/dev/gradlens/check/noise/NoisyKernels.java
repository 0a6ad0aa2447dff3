package dev.gradlens.check.noise;

import dev.gradlens.check.noise.Exactness.Operation;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import java.util.function.Supplier;

/**
 * Kernels whose every rounded result is wrong in its last places, at random: what changes between two runs is what rounding decides.
 *
 * <p>Monte Carlo arithmetic: Parker, "Monte Carlo Arithmetic: exploiting randomness in floating-point arithmetic", 1997;
 * Vignes, "A stochastic arithmetic for reliable scientific computation", 1993. Equal numbers stay equal and exact
 * results exact, so that a constant feature stays constant and what cancels exactly still does.
 */
final class NoisyKernels implements Kernels {
    /** Terms that a sum may have before the rounding of its partial sums outgrows that of the terms. */
    private static final int SHORT_SUM = 64;

    private static final double HALF_UNIT = 0x1p-53;

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

    /**
     * A long sum rounds each partial sum, by up to half a unit in the last place of Σ |terms| each time, and in the same
     * direction where the terms are alike: of few values, say. The factors' own noise covers the short ones.
     */
    private Matrix accumulated(Matrix sum, int terms, Supplier<Matrix> absoluteSum) {
        if (terms <= SHORT_SUM) {
            return sum;
        }
        double[] entries = sum.toArray();
        double[] absolute = absoluteSum.get().toArray();
        for (int index = 0; index < entries.length; index++) {
            entries[index] += jitter.share(entries[index]) * terms * HALF_UNIT * absolute[index];
        }
        return exact.matrix(sum.rows(), sum.columns(), entries);
    }

    private Matrix unlessExact(boolean[] isExact, Matrix kept, Matrix otherwise) {
        double[] entries = otherwise.toArray();
        double[] exactEntries = kept.toArray();
        for (int index = 0; index < entries.length; index++) {
            entries[index] = isExact[index] ? exactEntries[index] : entries[index];
        }
        return exact.matrix(kept.rows(), kept.columns(), entries);
    }

    private Matrix absolute(Matrix a) {
        return exact.map(Elementary.ABS, a);
    }

    @Override
    public Precision precision() {
        return exact.precision();
    }

    @Override
    public Matrix matrix(int rows, int columns, double[] rowMajor) {
        return exact.matrix(rows, columns, rowMajor);
    }

    /** A product is off by the rounding of its terms, which may be far larger than what they add up to. */
    @Override
    public Matrix matmul(Matrix a, Matrix b) {
        return accumulated(exact.matmul(noisy(a), noisy(b)), a.columns(), () -> exact.matmul(absolute(a), absolute(b)));
    }

    @Override
    public Matrix matmulTransposeB(Matrix a, Matrix b) {
        return accumulated(
                exact.matmulTransposeB(noisy(a), noisy(b)),
                a.columns(),
                () -> exact.matmulTransposeB(absolute(a), absolute(b)));
    }

    @Override
    public Matrix matmulTransposeA(Matrix a, Matrix b) {
        return accumulated(
                exact.matmulTransposeA(noisy(a), noisy(b)),
                a.rows(),
                () -> exact.matmulTransposeA(absolute(a), absolute(b)));
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
        boolean[] isExact = Exactness.ofSum(a, axis);
        Matrix sum = noisy(exact.sum(a, axis), isExact);
        int terms = axis == Axis.ROWS ? a.rows() : a.columns();
        Matrix accumulated = accumulated(sum, terms, () -> exact.sum(absolute(a), axis));
        return unlessExact(isExact, sum, accumulated);
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
