package dev.gradlens.network;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Precision;

/** A normalization by itself: Z is what comes in, there is no W and no b. */
public record NormalizeSpec(Normalization normalization, Activation activation) implements LayerSpec {
    @Override
    public int units(int inputs) {
        return inputs;
    }

    @Override
    public NormalizeSpec rounded(Precision precision) {
        return new NormalizeSpec(normalization.rounded(precision), activation.rounded(precision));
    }
}
