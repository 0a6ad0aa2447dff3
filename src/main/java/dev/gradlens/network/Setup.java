package dev.gradlens.network;

import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.List;

/**
 * All that J depends on: a network, its parameters and a batch, as plain numbers.
 *
 * @param parameters one for each layer, of the shapes that the layer has
 */
public record Setup(NetworkSpec spec, List<LayerParameters<Values>> parameters, Batch batch, Mode mode) {
    public Setup {
        parameters = List.copyOf(parameters);
    }

    /** The network on these kernels. */
    public Network on(Kernels k) {
        List<LayerParameters<Matrix>> loaded =
                parameters.stream().map(layer -> layer.<Matrix>map(k::matrix)).toList();
        return new Network(k, spec, loaded);
    }

    /** Forward with this batch. */
    public Tape forward(Network network) {
        Kernels k = network.k();
        return network.forward(k.matrix(batch.x()), k.matrix(batch.y()), mode);
    }
}
