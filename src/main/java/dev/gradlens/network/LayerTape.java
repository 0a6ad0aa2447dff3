package dev.gradlens.network;

import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * What forward computed in one layer.
 *
 * @param aPrev what came in, m×inputs
 * @param z m×units
 * @param normalization absent where the layer has none
 * @param a m×units
 */
public record LayerTape(Matrix aPrev, Matrix z, @Nullable NormalizationTape normalization, Matrix a) {
    /** What the activation was applied to: Ztilda, or Z without normalization. */
    public Matrix argument() {
        return normalization == null ? z : normalization.zTilda();
    }
}
