package dev.gradlens.network;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Precision;
import org.jspecify.annotations.Nullable;

/** A layer that takes A of the layer before and gives its own A. More follow; each is a record here. */
public sealed interface LayerSpec permits DenseSpec, NormalizeSpec {

    /** What normalizes Z; absent where A = g(Z). */
    @Nullable
    Normalization normalization();

    /** g. */
    Activation activation();

    /**
     * The number of units that a layer gives for so many inputs.
     */
    int units(int inputs);

    /** The same with every number as the nearest one of a precision. */
    LayerSpec rounded(Precision precision);

    /** Whether it has W. */
    default boolean hasWeights() {
        return false;
    }

    /** Whether it has b. */
    default boolean hasBias() {
        return false;
    }
}
