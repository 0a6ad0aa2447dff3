package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * Batch normalization: each unit gets mean 0 and variance 1 over the batch, then a learned scale and shift.
 *
 * <pre>
 * mu     = 1/m · Σ Z                        sigma2 = 1/m · Σ (Z − mu)²
 * Znorm  = (Z − mu) / s                     s = √(sigma2 + epsilon)   or   √sigma2 + epsilon
 * Ztilda = gamma ⊙ Znorm + beta
 *
 * dZnorm  = dZtilda ⊙ gamma
 * dsigma2 = −Σ dZnorm ⊙ (Z − mu) / s² · ds/dsigma2
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
 * ds/dsigma2 · 1/s² = ½(sigma2 + epsilon)^(−3/2).
 *
 * @param epsilon keeps s away from 0
 * @param varianceEstimator whether the variance that normalizes divides by m or by m − 1
 * @param running how the statistics for inference are kept
 */
public record BatchNorm(Epsilon epsilon, VarianceEstimator varianceEstimator, RunningAverage running)
        implements Normalization {

    @Override
    public NormalizationTape forward(Kernels k, Matrix z, NormalizationParameters parameters, Mode mode) {
        return switch (mode) {
            case TRAINING -> training(k, z, parameters);
            case INFERENCE -> inference(k, z, parameters);
        };
    }

    private NormalizationTape training(Kernels k, Matrix z, NormalizationParameters parameters) {
        Moments moments = Moments.of(k, z, Axis.ROWS, varianceEstimator);
        RunningStatistics updated = running.update(k, parameters.requireRunning(), moments);
        return NormalizationTape.of(k, moments, epsilon, parameters).withRunning(updated);
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

    /** The equations above, for statistics along either axis: {@code ROWS} here, {@code COLUMNS} in {@link LayerNorm}. */
    static NormalizationGradients throughMoments(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale,
            Epsilon epsilon,
            Axis axis) {
        Matrix s = tape.s();
        Matrix centred = tape.centred(); // Z − mu, m×n
        double m = axis == Axis.ROWS ? centred.rows() : centred.columns();
        double twoOverM = 2 / tape.divisor(); // 2/m, or 2/(m − 1) where the variance is unbiased

        Matrix dZNorm = k.multiply(dZTilda, parameters.gamma()); // m×n

        Matrix dS = k.multiply(k.divide(k.divide(k.sum(k.multiply(dZNorm, centred), axis), s), s), -1); // 1×n
        Matrix dSigma2 = k.multiply(dS, epsilon.slope(k, tape.sigma2(), s)); // 1×n

        Matrix direct = k.divide(dZNorm, s); // m×n
        Matrix throughSigma2 =
                k.multiply(k.multiply(dSigma2, k.sum(centred, axis)), -twoOverM); // 1×n, zero but for rounding
        Matrix dMu = k.add(k.multiply(k.sum(direct, axis), -1), throughSigma2); // 1×n

        Matrix throughMean = k.multiply(dMu, 1 / m); // 1×n, the same for every example
        Matrix throughVariance = k.multiply(k.multiply(centred, dSigma2), twoOverM); // m×n
        Matrix dZ = k.add(k.add(direct, throughMean), throughVariance); // m×n

        return NormalizationGradients.exact(
                dZNorm, dSigma2, dMu, dZ, new Paths(direct, throughMean, throughVariance), scale);
    }
}
