package dev.gradlens.tensor;

/**
 * The verbs of a training step, each one pass over planned arrays that are overwritten: an engine that knows what it will
 * compute allocates once and fuses what reads the same numbers. What each verb means is what the layers of {@code network}
 * say; here it is only faster.
 *
 * <p>A matrix is m·n entries, row by row, an example in each row. Arrays must be as long as is said and distinct; sums may be
 * taken in any order, but one that does not depend on the number of cores. Safe for use by one thread at a time.
 *
 * @param <A> an array of numbers
 */
public interface Passes<A> {

    /** In which every verb computes. */
    Precision precision();

    /** So many zeros. */
    A allocate(int entries);

    /** Copies numbers in, each as the nearest one of the precision. */
    A copyOf(double[] entries);

    /** Copies all numbers out. */
    double[] toDoubles(A entries);

    /** Row r of {@code to} ← row {@code rows[r]} of {@code from}, each of so many columns. */
    void gather(A from, int columns, int[] rows, A to);

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n). */
    default void product(A a, boolean transposeA, A b, boolean transposeB, A c, int m, int n, int k) {
        product(a, transposeA, b, transposeB, 0, c, m, n, k);
    }

    /** c (m×n) ← op(a) (m×k) · op(b) (k×n) + keep·c, of which nothing is read where keep is 0. */
    void product(A a, boolean transposeA, A b, boolean transposeB, double keep, A c, int m, int n, int k);

    /** Adds a row of n to each of m rows. */
    void addRow(A matrix, A row, int m, int n);

    /** row (n) ← the sum of m rows. */
    void sumRows(A matrix, A row, int m, int n);

    /**
     * The statistics of each column of z, mean, variance, 1/s and what leads through the variance; then
     * a ← gamma ⊙ (z − mean)/s + beta, and max(a, 0) if rectified. z and a are m×n.
     */
    void normalize(
            A z,
            ColumnStatistics<A> statistics,
            Denominator denominator,
            Scale<A> scale,
            A a,
            boolean rectified,
            int m,
            int n);

    /**
     * The gradient of z in place of that of a, and those of gamma and beta.
     *
     * @param d m×n: the gradient of a, then of z
     * @param sum n: the sums of the columns of the gradient of z, which is that of a bias before the normalization
     */
    void normalizeBackward(
            A z,
            ColumnStatistics<A> statistics,
            Scale<A> scale,
            A d,
            Scale<A> gradients,
            A sum,
            boolean rectified,
            int m,
            int n);

    /** a ← max(z, 0), so many entries. */
    void rectify(A z, A a, int entries);

    /** d ← d where a &gt; 0, else 0, so many entries; a is not negative. */
    void rectifyBackward(A a, A d, int entries);

    /** The mean over m examples of −Σ y·log softmax(z); d ← its gradient by z. All m×n. */
    double softmaxCrossEntropy(A z, A y, A d, int m, int n);

    /** to ← to + c·from. */
    void addScaled(A to, double c, A from);

    /** to ← keep·to + take·from. */
    void blend(A to, double keep, double take, A from);

    /** entries ← c·entries. */
    void scale(A entries, double c);

    /** to ← from, all of it. */
    void copy(A from, A to);

    /** The sum of the squares of all entries, accumulated in doubles. */
    double sumOfSquares(A entries);

    /** The sum of the squares of a − b, entry by entry, of arrays of one length, accumulated in doubles. */
    double sumOfSquaredDifferences(A a, A b);

    /** velocity ← momentum·velocity + g; w ← w − rate·velocity, or rate·(g + momentum·velocity) if it looks ahead. */
    void momentum(A w, A velocity, A g, double rate, double momentum, boolean looksAhead);

    /**
     * mean ← beta1·mean + (1 − beta1)·g; square ← beta2·square + (1 − beta2)·g²;
     * w ← shrink·w − rate·mean/(√square·rootScale + epsilon).
     */
    void adaptive(A w, A mean, A square, A g, Adaptive step);

    /** square ← alpha·square + (1 − alpha)·g²; w ← w − rate·g/(√square + epsilon). */
    void scaledByRoot(A w, A square, A g, double rate, double alpha, double epsilon);

    /**
     * What normalizes each of n columns.
     *
     * @param mean mu
     * @param variance sigma2
     * @param reciprocal 1/s
     * @param slope (∂s/∂sigma2) · 2/(s·divisor): what (z − mean)·Σ d·(z − mean)/s is multiplied by on its way to the gradient
     */
    record ColumnStatistics<A>(A mean, A variance, A reciprocal, A slope) {

        /** Room for n columns. */
        public static <A> ColumnStatistics<A> of(Passes<A> passes, int n) {
            return new ColumnStatistics<>(
                    passes.allocate(n), passes.allocate(n), passes.allocate(n), passes.allocate(n));
        }
    }

    /** gamma and beta of n columns, or their gradients. */
    record Scale<A>(A gamma, A beta) {}

    /**
     * How s comes from the variance.
     *
     * @param epsilon keeps s away from 0
     * @param insideRoot s = √(sigma2 + epsilon), else √sigma2 + epsilon
     * @param divisor of the sum of squares
     */
    record Denominator(double epsilon, boolean insideRoot, double divisor) {
        /** s. */
        public double s(double variance) {
            return insideRoot ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
        }

        /** (∂s/∂sigma2) · 2/(s·divisor); 0 where the root has no slope, since nothing deviates there. */
        public double slope(double variance) {
            double root = insideRoot ? s(variance) : Math.sqrt(variance);
            return root == 0 ? 0 : 1 / (root * s(variance) * divisor);
        }
    }

    /**
     * One step of Adam.
     *
     * @param rate learning rate / (1 − beta1ᵗ)
     * @param rootScale 1/√(1 − beta2ᵗ)
     * @param shrink 1 − rate·λ where weights decay apart from the gradient, else 1
     */
    record Adaptive(double rate, double beta1, double beta2, double rootScale, double epsilon, double shrink) {}
}
