package dev.gradlens.wire.setup;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.wire.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells whether the parameters of one network are of the shapes that another one needs. */
final class ParameterShapes {
    private ParameterShapes() {}

    /** The first difference in words that follow the name of the network; empty where there is none. */
    static Optional<String> difference(NetworkSpec network, NetworkSpec model) {
        if (network.inputs() != model.inputs()) {
            return Optional.of("has %s, but the model has %d"
                    .formatted(Count.of(network.inputs(), "input", "inputs"), model.inputs()));
        }
        int layers = network.layers().size();
        if (layers != model.layers().size()) {
            return Optional.of("has %s, but the model has %d"
                    .formatted(
                            Count.of(layers, "layer", "layers"), model.layers().size()));
        }
        for (int l = 0; l < layers; l++) {
            String own = inWords(network, l);
            String expected = inWords(model, l);
            if (!own.equals(expected)) {
                return Optional.of("has %s in layer %d, but the model has %s there".formatted(own, l + 1, expected));
            }
        }
        return Optional.empty();
    }

    private static String inWords(NetworkSpec spec, int l) {
        LayerSpec layer = spec.layers().get(l);
        List<String> tensors = new ArrayList<>();
        if (layer.hasWeights()) {
            tensors.add("W of %d×%d (units × inputs)".formatted(spec.unitsOf(l), spec.inputsOf(l)));
        }
        if (layer instanceof DenseSpec dense && dense.bias()) {
            tensors.add("b");
        }
        if (layer.normalization() != null) {
            tensors.add("gamma, beta");
        }
        if (layer.normalization() instanceof BatchNorm) {
            tensors.add("runningMean, runningVariance");
        }
        return String.join(", ", tensors);
    }
}
