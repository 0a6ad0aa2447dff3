package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * Batch normalization: each unit gets mean 0 and variance 1 over the batch, then a learned scale and shift.
 *
 * <pre>
 * mu     = 1/m · Σ Z                        sigma2 = 1/m · Σ (Z − mu)²
 * Znorm  = (Z − mu) / s                     s = √(sigma2 + epsilon)   or   √sigma2 + epsilon
 * Ztilda = gamma ⊙ Znorm + beta
 *
 * dZnorm  = dZtilda ⊙ gamma
 * ds      = −Σ dZnorm ⊙ (Z − mu) / s²
 * dsigma2 = ds · ∂s/∂sigma2                 ∂s/∂sigma2 = 1/(2s)   or   1/(2√sigma2)
 * dmu     = −Σ dZnorm / s − dsigma2 · 2/m · Σ (Z − mu)
 * dZ      = dZnorm / s  +  dmu · 1/m  +  dsigma2 · 2/m · (Z − mu)
 * dgamma  = Σ dZtilda ⊙ Znorm               dbeta = Σ dZtilda
 * </pre>
 *
 * <p>Every Σ runs over the batch, down the rows of Z (m×n). In training mu and sigma2 are the batch's, and depend on Z; in
 * inference they are the running ones and do not, so that dZ = dZnorm / s.
 *
 * <p>gamma, beta, mu, sigma2 and s are 1×n. A batch of one is normalized to 0 and has no unbiased variance.
 *
 * <p>Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate Shift",
 * 2015: algorithm 1 and the equations of section 3. There epsilon is inside the root, and
 * ∂s/∂sigma2 · 1/s² = ½(sigma2 + epsilon)^(−3/2).
 *
 * @param epsilon keeps s away from 0
 * @param varianceEstimator whether the variance that normalizes divides by m or by m − 1
 * @param running how the statistics for inference are kept
 */
public record BatchNorm(Epsilon epsilon, VarianceEstimator varianceEstimator, RunningAverage running)
        implements Normalization {

    @Override
    public BatchNorm rounded(Precision precision) {
        return new BatchNorm(epsilon.rounded(precision), varianceEstimator, running);
    }

    @Override
    public NormalizationTape forward(Kernels k, Matrix z, NormalizationParameters parameters, Mode mode) {
        return switch (mode) {
            case TRAINING -> training(k, z, parameters);
            case INFERENCE -> inference(k, z, parameters);
        };
    }

    private NormalizationTape training(Kernels k, Matrix z, NormalizationParameters parameters) {
        Matrix mu = k.mean(z, Axis.ROWS); // 1×n
        Matrix centred = k.subtract(z, mu); // m×n
        Moments moments = Moments.of(k, mu, centred, Axis.ROWS, varianceEstimator); // sigma2 = Σ (Z − mu)² / m, 1×n
        RunningStatistics updated = running.update(k, parameters.requireRunning(), moments);
        return NormalizationTape.of(k, moments, epsilon, parameters).withRunning(updated); // s, Znorm, Ztilda
    }

    private NormalizationTape inference(Kernels k, Matrix z, NormalizationParameters parameters) {
        Matrix mu = parameters.requireRunning().mean(); // 1×n
        Matrix sigma2 = parameters.requireRunning().variance(); // 1×n
        Moments moments = new Moments(mu, k.subtract(z, mu), sigma2, varianceEstimator.divisor(z.rows()));
        return NormalizationTape.of(k, moments, epsilon, parameters).withFixedStatistics();
    }

    @Override
    public NormalizationGradients exact(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale) {
        return throughMoments(k, tape, parameters, dZTilda, scale, epsilon, Axis.ROWS);
    }

    /**
     * The equations above, for statistics along either axis: {@code ROWS} here, where m examples are summed over and the
     * statistics are 1×n; {@code COLUMNS} in {@link LayerNorm}, where it is the n units and the statistics are m×1.
     */
    static NormalizationGradients throughMoments(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale,
            Epsilon epsilon,
            Axis axis) {
        Matrix s = tape.s(); // like mu
        Matrix centred = tape.centred(); // Z − mu, m×n
        double count = axis == Axis.ROWS ? centred.rows() : centred.columns();
        double twoOverDivisor = 2 / tape.divisor(); // the divisor is the count, or one less where sigma2 is unbiased

        Matrix dZNorm = k.multiply(dZTilda, parameters.gamma()); // m×n

        Matrix alongCentred = k.sum(k.multiply(dZNorm, centred), axis); // like mu
        Matrix dS = k.multiply(k.divide(k.divide(alongCentred, s), s), -1); // like mu
        Matrix dSigma2 = k.multiply(dS, epsilon.slope(k, tape.sigma2(), s)); // like mu

        Matrix direct = k.divide(dZNorm, s); // m×n
        Matrix sigma2ByMu = k.multiply(k.sum(centred, axis), -twoOverDivisor); // ∂sigma2/∂mu: zero but for rounding
        Matrix dMu = k.subtract(k.multiply(dSigma2, sigma2ByMu), k.sum(direct, axis)); // like mu

        Matrix throughMean = k.multiply(dMu, 1 / count); // like mu, and the same for all that it was the mean of
        Matrix throughVariance = k.multiply(k.multiply(centred, dSigma2), twoOverDivisor); // m×n
        Matrix dZ = k.add(k.add(direct, throughMean), throughVariance); // m×n

        return NormalizationGradients.exact(
                dZNorm, dSigma2, dMu, dZ, new Paths(direct, throughMean, throughVariance), scale);
    }
}
