package dev.gradlens.diagnosis.judge;

import dev.gradlens.tensor.Values;

/**
 * How large a tensor is.
 *
 * @param norm the root of the sum of squares
 * @param largest the largest absolute value of a finite entry
 */
record Size(double norm, double largest) {
    /** Between these, squares neither overflow nor lose their digits. */
    private static final double SMALL = 1e-140;

    private static final double LARGE = 1e140;

    static Size of(Values values) {
        return of(values.rowMajor());
    }

    static Size of(double[] entries) {
        double largest = 0;
        double squares = 0;
        for (double entry : entries) {
            double size = Math.abs(entry);
            largest = size > largest && size < Double.POSITIVE_INFINITY ? size : largest;
            squares += entry * entry;
        }
        boolean isPlain = largest == 0 || (largest > SMALL && largest < LARGE);
        return new Size(isPlain ? Math.sqrt(squares) : carefully(entries), largest);
    }

    private static double carefully(double[] entries) {
        double norm = 0;
        for (double entry : entries) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }
}
