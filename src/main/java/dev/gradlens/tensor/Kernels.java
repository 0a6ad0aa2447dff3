package dev.gradlens.tensor;

/**
 * The verbs that the networks need, and no more: one computation opens its kernels, works, copies its results out and
 * closes them, which frees every matrix they made.
 *
 * <p>Arithmetic is IEEE 754 in one {@link Precision}, to which every entry that is copied in, every constant and every
 * result is rounded; partial sums may keep more digits. NaN and infinities arise and spread, nothing throws for them.
 * Binary verbs broadcast as NumPy does for two dimensions: a side of length 1 is repeated. Shapes that do not fit throw an
 * {@link IllegalArgumentException} that names both. One instance belongs to one thread.
 */
public interface Kernels extends AutoCloseable {

    /** In which every verb computes. */
    Precision precision();

    /**
     * Copies numbers in.
     *
     * @param rowMajor rows·columns numbers, row by row
     */
    Matrix matrix(int rows, int columns, double[] rowMajor);

    /** Copies numbers in. */
    default Matrix matrix(Values values) {
        return matrix(values.rows(), values.columns(), values.rowMajor());
    }

    /** A 1×1 matrix, which the verbs repeat over any shape. */
    default Matrix constant(double c) {
        return matrix(1, 1, new double[] {c});
    }

    /** a·b, of shapes m×k and k×n. Equal rows of a give equal rows, bit for bit. */
    Matrix matmul(Matrix a, Matrix b);

    /** a·bᵀ, of shapes m×k and n×k. Equal rows of a give equal rows, bit for bit. */
    Matrix matmulTransposeB(Matrix a, Matrix b);

    /** aᵀ·b, of shapes k×m and k×n. */
    Matrix matmulTransposeA(Matrix a, Matrix b);

    /** a + b. */
    Matrix add(Matrix a, Matrix b);

    /** a − b. */
    Matrix subtract(Matrix a, Matrix b);

    /** a ⊙ b, entry by entry. */
    Matrix multiply(Matrix a, Matrix b);

    /** a ⊘ b, entry by entry. */
    Matrix divide(Matrix a, Matrix b);

    /** a + c. */
    Matrix add(Matrix a, double c);

    /** c·a. */
    Matrix multiply(Matrix a, double c);

    /** f of every entry. */
    Matrix map(Elementary f, Matrix a);

    /**
     * Entry by entry: {@code whenPositive} where the condition is &gt; 0, {@code otherwise} where it is ≤ 0, NaN where it
     * is NaN. The entry that is not chosen has no influence, even if it is NaN. All three are broadcast together.
     */
    Matrix selectPositive(Matrix condition, Matrix whenPositive, Matrix otherwise);

    /** The sum along an axis. */
    Matrix sum(Matrix a, Axis axis);

    /**
     * The mean along an axis, with the rounding of its first pass taken out by a second: mean(a) + mean(a − mean(a)). So
     * the mean of equal numbers is that number exactly, and a large offset costs no digits of what differs from it. A sum
     * that overflows gives an infinite mean.
     */
    Matrix mean(Matrix a, Axis axis);

    /** The largest entry along an axis; NaN where one of them is. */
    Matrix max(Matrix a, Axis axis);

    /** Frees every matrix made here. */
    @Override
    void close();
}
