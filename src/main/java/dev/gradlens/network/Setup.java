package dev.gradlens.network;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** What stands at a parameter or at X. */
    public Values at(Node node) {
        return node.equals(Node.X)
                ? batch.x()
                : requireNonNull(parameters.get(node.layer()).at(node.kind()));
    }

    /** At θ + h·δ. */
    public Setup moved(Map<Node, Values> direction, double h) {
        List<LayerParameters<Values>> moved = new ArrayList<>();
        for (int l = 0; l < parameters.size(); l++) {
            moved.add(moved(l, direction, h));
        }
        Values ofX = direction.get(Node.X);
        Values x = ofX == null ? batch.x() : batch.x().plus(ofX, h);
        return new Setup(spec, moved, new Batch(x, batch.y()), mode);
    }

    private LayerParameters<Values> moved(int l, Map<Node, Values> direction, double h) {
        LayerParameters<Values> layer = parameters.get(l);
        return new LayerParameters<>(
                moved(layer.w(), direction.get(new Node(l, Kind.W)), h),
                moved(layer.b(), direction.get(new Node(l, Kind.B)), h),
                moved(layer.gamma(), direction.get(new Node(l, Kind.GAMMA)), h),
                moved(layer.beta(), direction.get(new Node(l, Kind.BETA)), h),
                layer.runningMean(),
                layer.runningVariance());
    }

    private static @Nullable Values moved(@Nullable Values parameter, @Nullable Values direction, double h) {
        return parameter == null || direction == null ? parameter : parameter.plus(direction, h);
    }

    /** Forward with this batch. */
    public Tape forward(Network network) {
        Kernels k = network.k();
        return network.forward(k.matrix(batch.x()), k.matrix(batch.y()), mode);
    }
}
