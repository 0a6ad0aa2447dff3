package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.normalization.Epsilon;

/** What a stack is computed in: by how much real numbers differ from those of the unmoved network, or imaginary parts. */
interface Arithmetic {

    Workspace workspace();

    /** Before each stack. */
    default void begin() {}

    /** After each stack. */
    default void end() {}

    /** Whether an activation left its side in a column since then: for certain, or perhaps where each is held on its side. */
    default boolean isMarked(int column) {
        return false;
    }

    /** q += by how much c² moves where c moves by dc. */
    void addSquares(double[] q, double[] dc, double[] twiceCentred, int n);

    /**
     * The denominator s where sums of squares move.
     *
     * @param squares by how much they move; afterwards by how much s does
     * @param reciprocal becomes 1/s where it has moved to
     */
    void denominators(double[] squares, double[] reciprocal, Denominator known, int n);

    /**
     * A normalization over the batch.
     *
     * @param divisor of the sums of squares
     * @param gamma one for each unit
     */
    default StackedNormalization batchNormalization(Epsilon epsilon, double divisor, Normalized known, double[] gamma) {
        return new BatchNormalization(workspace(), this, epsilon, divisor, known, gamma);
    }

    /** The activation of a layer. */
    StackedActivation activation(int l);

    /** J, but for weight decay. */
    StackedLoss loss();

    /** By how much w² moves where w moves by dw. */
    double square(double w, double dw);
}
