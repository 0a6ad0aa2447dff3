package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What backward computed; the gradient of x is {@code dX}, of the shape of x. What a rule does not compute is absent.
 *
 * @param dZNorm absent where the normalization is skipped
 * @param dSigma2 absent where the statistics are constants
 * @param dMu the total derivative, its (zero) path through sigma2 included; absent where the statistics are constants
 * @param dZ m×n
 * @param dGamma 1×n
 * @param dBeta 1×n
 * @param paths whose sum is dZ
 */
public record NormalizationGradients(
        @Nullable Matrix dZNorm,
        @Nullable Matrix dSigma2,
        @Nullable Matrix dMu,
        Matrix dZ,
        Matrix dGamma,
        Matrix dBeta,
        Paths paths) {

    static NormalizationGradients exact(
            Matrix dZNorm, Matrix dSigma2, @Nullable Matrix dMu, Matrix dZ, Paths paths, ScaleGradients scale) {
        return new NormalizationGradients(dZNorm, dSigma2, dMu, dZ, scale.dGamma(), scale.dBeta(), paths);
    }

    static NormalizationGradients statisticsAsConstants(Matrix dZNorm, Matrix dZ, ScaleGradients scale) {
        return new NormalizationGradients(
                dZNorm, null, null, dZ, scale.dGamma(), scale.dBeta(), new Paths(dZ, null, null));
    }

    static NormalizationGradients skipped(Matrix dZTilda, ScaleGradients scale) {
        return new NormalizationGradients(
                null, null, null, dZTilda, scale.dGamma(), scale.dBeta(), new Paths(dZTilda, null, null));
    }
}
