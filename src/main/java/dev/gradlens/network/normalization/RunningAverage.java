package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * How a batch's statistics enter the running ones: running = keep · running + (1 − keep) · batch.
 *
 * @param momentum in [0, 1]
 * @param convention whether momentum is what is kept or what is taken
 * @param varianceEstimator of the variance that is kept; a single example has no unbiased one and leaves it as it was
 */
public record RunningAverage(double momentum, Convention convention, VarianceEstimator varianceEstimator) {

    /** The two readings of the word momentum. */
    public enum Convention {
        /** momentum · running + (1 − momentum) · batch, as in Keras. */
        KEEP_OLD,
        /** (1 − momentum) · running + momentum · batch, as in PyTorch. */
        TAKE_NEW
    }

    /** The running statistics as this batch leaves them. */
    RunningStatistics update(Kernels k, RunningStatistics old, Moments batch) {
        Matrix mean = blend(k, old.mean(), batch.mu());
        boolean noVariance = varianceEstimator == VarianceEstimator.UNBIASED
                && batch.centred().rows() == 1;
        Matrix variance = noVariance ? old.variance() : blend(k, old.variance(), batch.variance(k, varianceEstimator));
        return new RunningStatistics(mean, variance);
    }

    private Matrix blend(Kernels k, Matrix old, Matrix batch) {
        return k.add(k.multiply(old, keep()), k.multiply(batch, take()));
    }

    /** The share of the old that is kept. */
    public double keep() {
        return convention == Convention.KEEP_OLD ? momentum : 1 - momentum;
    }

    /** The share of the batch that is taken. */
    public double take() {
        return convention == Convention.KEEP_OLD ? 1 - momentum : momentum;
    }
}
