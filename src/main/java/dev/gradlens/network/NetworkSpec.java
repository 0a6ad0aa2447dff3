package dev.gradlens.network;

import dev.gradlens.network.loss.Loss;
import dev.gradlens.tensor.Precision;
import java.util.List;

/**
 * A network as somebody asks for it.
 *
 * @param inputs the number of features of an example, at least 1
 * @param layers at least one, the first one first
 * @param weightDecay λ ≥ 0, which adds ½λ·ΣW² of every W to J
 */
public record NetworkSpec(int inputs, List<LayerSpec> layers, Loss loss, double weightDecay) {
    public NetworkSpec {
        layers = List.copyOf(layers);
    }

    /** The same with every number that J depends on as the nearest one of a precision. */
    public NetworkSpec rounded(Precision precision) {
        List<LayerSpec> rounded =
                layers.stream().map(layer -> layer.rounded(precision)).toList();
        return new NetworkSpec(inputs, rounded, loss, precision.round(weightDecay));
    }

    /** The number of inputs of layer i, from 0. */
    public int inputsOf(int i) {
        return i == 0 ? inputs : unitsOf(i - 1);
    }

    /** The number of units of layer i, from 0. */
    public int unitsOf(int i) {
        return layers.get(i).units(inputsOf(i));
    }

    /** The number of outputs of the last layer. */
    public int outputs() {
        return unitsOf(layers.size() - 1);
    }
}
