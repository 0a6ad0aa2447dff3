package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * Layer normalization: each example gets mean 0 and variance 1 over its units, then each unit a learned scale and shift.
 *
 * <p>The formulas are those of {@link BatchNorm} with every Σ but those of dgamma and dbeta along the rows of Z (m×n), over
 * the n units; mu, sigma2 and s are m×1, gamma and beta 1×n. Training and inference are the same, as no example sees
 * another.
 *
 * <p>Ba, Kiros and Hinton, "Layer Normalization", 2016, equations 3 and 4.
 *
 * @param epsilon keeps s away from 0
 * @param varianceEstimator whether the variance divides by n or by n − 1
 */
public record LayerNorm(Epsilon epsilon, VarianceEstimator varianceEstimator) implements Normalization {

    @Override
    public LayerNorm rounded(Precision precision) {
        return new LayerNorm(epsilon.rounded(precision), varianceEstimator);
    }

    @Override
    public NormalizationTape forward(Kernels k, Matrix z, NormalizationParameters parameters, Mode mode) {
        return NormalizationTape.of(k, Moments.of(k, z, Axis.COLUMNS, varianceEstimator), epsilon, parameters);
    }

    @Override
    public NormalizationGradients exact(
            Kernels k,
            NormalizationTape tape,
            NormalizationParameters parameters,
            Matrix dZTilda,
            ScaleGradients scale) {
        return BatchNorm.throughMoments(k, tape, parameters, dZTilda, scale, epsilon, Axis.COLUMNS);
    }
}
