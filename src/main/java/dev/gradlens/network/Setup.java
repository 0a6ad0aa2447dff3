package dev.gradlens.network;

import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
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

    /**
     * The same with every number as the nearest one of a precision, so that whoever computes in a higher one computes the
     * same function. What the running averages are blended by stays as it is: J does not depend on it.
     */
    public Setup rounded(Precision precision) {
        if (precision == Precision.FLOAT64) {
            return this;
        }
        List<LayerParameters<Values>> rounded = parameters.stream()
                .map(layer -> layer.map(tensor -> tensor.rounded(precision)))
                .toList();
        return new Setup(spec.rounded(precision), rounded, batch.rounded(precision), mode);
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
