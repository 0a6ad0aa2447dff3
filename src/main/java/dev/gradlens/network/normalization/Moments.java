package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Mean and variance along an axis; 1×n over the batch, m×1 over the units.
 *
 * @param mu the mean
 * @param centred Z − mu, m×n
 * @param sigma2 the variance
 * @param divisor what the sum of squares was divided by
 */
record Moments(Matrix mu, Matrix centred, Matrix sigma2, double divisor) {

    static Moments of(Kernels k, Matrix z, Axis axis, VarianceEstimator estimator) {
        Matrix mu = k.mean(z, axis);
        return of(k, mu, k.subtract(z, mu), axis, estimator);
    }

    static Moments of(Kernels k, Matrix mu, Matrix centred, Axis axis, VarianceEstimator estimator) {
        double divisor = estimator.divisor(axis == Axis.ROWS ? centred.rows() : centred.columns());
        Matrix sumOfSquares = k.sum(k.multiply(centred, centred), axis);
        return new Moments(mu, centred, k.multiply(sumOfSquares, 1 / divisor), divisor);
    }

    /** The variance over the batch by another estimator. */
    Matrix variance(Kernels k, VarianceEstimator estimator) {
        return k.multiply(sigma2, divisor / estimator.divisor(centred.rows()));
    }
}
