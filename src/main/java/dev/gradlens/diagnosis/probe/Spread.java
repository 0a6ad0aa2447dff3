package dev.gradlens.diagnosis.probe;

import dev.gradlens.network.normalization.Epsilon;

/**
 * How wide Z may spread: so narrow that epsilon makes a difference, so wide that powers of s do.
 *
 * @param narrow the least root of sigma2
 * @param wide the largest one
 */
record Spread(double narrow, double wide) {
    /** Epsilon beyond which it is not followed: what it does is then hardly seen. */
    private static final double SMALLEST = 1e-12;

    private static final double LARGEST = 1e6;

    /** A root of sigma2 whose powers differ, and are not much larger or smaller than it. */
    private static final double PLAIN = 0.5;

    static Spread of(Epsilon epsilon) {
        double narrow = narrow(epsilon);
        return new Spread(narrow, Math.max(PLAIN, narrow));
    }

    private static double narrow(Epsilon epsilon) {
        if (epsilon.value() == 0) {
            return PLAIN / 4;
        }
        double value = Math.clamp(epsilon.value(), SMALLEST, LARGEST);
        return switch (epsilon.placement()) {
            case INSIDE_SQRT -> 0.6 * Math.sqrt(value);
            case OUTSIDE_SQRT -> 1.5 * value;
        };
    }

    /**
     * A root of sigma2.
     *
     * @param place from 0, narrow, to 1, wide
     */
    double at(double place) {
        return narrow * Math.pow(wide / narrow, place);
    }
}
