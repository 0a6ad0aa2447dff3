package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * RMS normalization: each example is divided by the root mean square of its units, then each unit gets a learned scale and
 * shift.
 *
 * <pre>
 * sigma2 = 1/n · Σ Z²          Znorm = Z / s          Ztilda = gamma ⊙ Znorm + beta
 *
 * dZnorm  = dZtilda ⊙ gamma
 * dsigma2 = −Σ dZnorm ⊙ Z / s² · ds/dsigma2
 * dZ      = dZnorm / s  +  dsigma2 · 2/n · Z
 * </pre>
 *
 * <p>Every Σ runs over the n units, along the rows of Z (m×n); sigma2 and s are m×1, gamma and beta 1×n. There is no mean.
 * Training and inference are the same.
 *
 * <p>Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019, equation 4.
 *
 * @param epsilon keeps s away from 0
 */
public record RmsNorm(Epsilon epsilon) implements Normalization {

    @Override
    public RmsNorm rounded(Precision precision) {
        return new RmsNorm(epsilon.rounded(precision));
    }

    @Override
    public NormalizationTape forward(Kernels k, Matrix z, NormalizationParameters parameters, Mode mode) {
        double n = z.columns();
        Matrix sigma2 = k.multiply(k.sum(k.multiply(z, z), Axis.COLUMNS), 1 / n); // m×1
        return NormalizationTape.of(k, null, z, sigma2, n, epsilon, parameters);
    }

    @Override
    public NormalizationGradients exact(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale) {
        Matrix s = tape.s(); // m×1
        Matrix z = tape.centred(); // m×n

        Matrix dZNorm = k.multiply(dZTilda, parameters.gamma()); // m×n

        Matrix dS = k.multiply(k.divide(k.divide(k.sum(k.multiply(dZNorm, z), Axis.COLUMNS), s), s), -1); // m×1
        Matrix dSigma2 = k.multiply(dS, epsilon.slope(k, tape.sigma2(), s)); // m×1

        Matrix direct = k.divide(dZNorm, s); // m×n
        Matrix throughVariance = k.multiply(k.multiply(z, dSigma2), 2 / tape.divisor()); // m×n
        Matrix dZ = k.add(direct, throughVariance); // m×n

        return NormalizationGradients.exact(dZNorm, dSigma2, null, dZ, new Paths(direct, null, throughVariance), scale);
    }
}
