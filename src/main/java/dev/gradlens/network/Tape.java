package dev.gradlens.network;

import dev.gradlens.tensor.Matrix;
import java.util.List;

/**
 * What forward computed.
 *
 * @param layers the first one first
 * @param y the targets, m×outputs
 * @param cost J, weight decay included
 */
public record Tape(List<LayerTape> layers, Matrix y, double cost) {
    public Tape {
        layers = List.copyOf(layers);
    }

    /** The batch, m×inputs. */
    public Matrix x() {
        return layers.getFirst().aPrev();
    }
}
