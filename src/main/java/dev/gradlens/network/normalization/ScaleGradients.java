package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * The gradients of scale and shift, the same for every normalization and every rule: each unit's gamma and beta meet every
 * example.
 *
 * @param dGamma Σ dZtilda ⊙ Znorm over the batch, 1×n
 * @param dBeta Σ dZtilda over the batch, 1×n
 */
record ScaleGradients(Matrix dGamma, Matrix dBeta) {
    static ScaleGradients of(Kernels k, NormalizationTape tape, Matrix dZTilda) {
        Matrix dGamma = k.sum(k.multiply(dZTilda, tape.zNorm()), Axis.ROWS); // 1×n
        Matrix dBeta = k.sum(dZTilda, Axis.ROWS); // 1×n
        return new ScaleGradients(dGamma, dBeta);
    }
}
