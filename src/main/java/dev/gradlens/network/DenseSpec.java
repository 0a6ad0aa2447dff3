package dev.gradlens.network;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Precision;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer, Z = Aprev·Wᵀ + b.
 *
 * @param units n, at least 1; W is n×inputs, b is 1×n
 * @param bias whether there is b
 */
public record DenseSpec(int units, boolean bias, @Nullable Normalization normalization, Activation activation)
        implements LayerSpec {
    @Override
    public int units(int inputs) {
        return units;
    }

    @Override
    public DenseSpec rounded(Precision precision) {
        Normalization rounded = normalization == null ? null : normalization.rounded(precision);
        return new DenseSpec(units, bias, rounded, activation.rounded(precision));
    }

    @Override
    public boolean hasWeights() {
        return true;
    }

    @Override
    public boolean hasBias() {
        return bias;
    }
}
