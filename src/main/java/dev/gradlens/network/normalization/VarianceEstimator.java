package dev.gradlens.network.normalization;

/** What the sum of squared deviations of k values is divided by. */
public enum VarianceEstimator {
    /** By k. */
    BIASED,
    /** By k − 1, Bessel's correction; needs two values. */
    UNBIASED;

    /** The one that is not this one. */
    public VarianceEstimator other() {
        return this == BIASED ? UNBIASED : BIASED;
    }

    /** k or k − 1. */
    public double divisor(int k) {
        return this == BIASED ? k : k - 1;
    }
}
