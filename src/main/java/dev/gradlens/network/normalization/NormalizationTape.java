package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What forward computed. Statistics are 1×n over the batch, m×1 over the units.
 *
 * @param mu the mean; absent in RMS normalization
 * @param sigma2 the variance; the mean square in RMS normalization
 * @param s the denominator
 * @param centred Z − mu, m×n; Z itself in RMS normalization
 * @param divisor what the sum of squares was divided by
 * @param zNorm m×n
 * @param zTilda m×n
 * @param running the running statistics as this batch leaves them; only where batch normalization trains
 * @param statisticsAreFixed whether mu and sigma2 are constants that do not depend on Z
 */
public record NormalizationTape(
        @Nullable Matrix mu,
        Matrix sigma2,
        Matrix s,
        Matrix centred,
        double divisor,
        Matrix zNorm,
        Matrix zTilda,
        @Nullable RunningStatistics running,
        boolean statisticsAreFixed) {

    static NormalizationTape of(Kernels k, Moments moments, Epsilon epsilon, NormalizationParameters parameters) {
        return of(k, moments.mu(), moments.centred(), moments.sigma2(), moments.divisor(), epsilon, parameters);
    }

    static NormalizationTape of(
            Kernels k,
            @Nullable Matrix mu,
            Matrix centred,
            Matrix sigma2,
            double divisor,
            Epsilon epsilon,
            NormalizationParameters parameters) {
        Matrix s = epsilon.denominator(k, sigma2);
        Matrix zNorm = k.divide(centred, s); // m×n
        Matrix zTilda = k.add(k.multiply(zNorm, parameters.gamma()), parameters.beta()); // m×n
        return new NormalizationTape(mu, sigma2, s, centred, divisor, zNorm, zTilda, null, false);
    }

    NormalizationTape withRunning(RunningStatistics updated) {
        return new NormalizationTape(mu, sigma2, s, centred, divisor, zNorm, zTilda, updated, false);
    }

    NormalizationTape withFixedStatistics() {
        return new NormalizationTape(mu, sigma2, s, centred, divisor, zNorm, zTilda, null, true);
    }
}
