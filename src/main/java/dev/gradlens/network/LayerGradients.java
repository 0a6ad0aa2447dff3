package dev.gradlens.network;

import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What backward computed in one layer, all of J.
 *
 * @param dA m×units
 * @param dArgument of what the activation was applied to: dZtilda, or dZ without normalization; m×units
 * @param normalization absent where the layer has none
 * @param dZ m×units
 * @param dW units×inputs, weight decay included; absent where there is no W
 * @param db 1×units; absent where there is no b
 * @param dAPrev m×inputs, which is dA of the layer before
 */
public record LayerGradients(
        Matrix dA,
        Matrix dArgument,
        @Nullable NormalizationGradients normalization,
        Matrix dZ,
        @Nullable Matrix dW,
        @Nullable Matrix db,
        Matrix dAPrev) {
    /** Those of what the layer learns; none of what it keeps. */
    public LayerParameters<Matrix> ofParameters() {
        Matrix dGamma = normalization == null ? null : normalization.dGamma();
        Matrix dBeta = normalization == null ? null : normalization.dBeta();
        return new LayerParameters<>(dW, db, dGamma, dBeta, null, null);
    }
}
