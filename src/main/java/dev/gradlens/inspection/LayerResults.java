package dev.gradlens.inspection;

import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParts;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is shown of each layer.
 *
 * @param inspection what was asked for
 * @param provider what computes, for whoever measures it
 * @param network that left the tape
 * @param tape of forward
 * @param backward one for each layer, of J
 * @param gradients the same by node, at the scale that is shown
 */
record LayerResults(
        Inspection inspection,
        KernelsProvider provider,
        Network network,
        Tape tape,
        List<LayerGradients> backward,
        Map<Node, Values> gradients) {

    List<LayerResult> all() {
        List<LayerResult> layers = new ArrayList<>();
        for (int l = 0; l < backward.size(); l++) {
            layers.add(LayerResult.of(tape.layers().get(l), paths(l), laws(l), jacobian(l), resources(l)));
        }
        return layers;
    }

    private Optional<PathsResult> paths(int l) {
        NormalizationGradients normalization = backward.get(l).normalization();
        if (normalization == null || !isAsked(Extra.PATHS)) {
            return Optional.empty();
        }
        double scale = inspection.scale().factor(new Node(l, Node.Kind.Z), inspection.setup());
        return Optional.of(PathsResult.of(network.k(), normalization.paths(), scale));
    }

    private Optional<List<Law>> laws(int l) {
        return isAsked(Extra.LAWS) ? Laws.of(network, l, tape.layers().get(l), backward.get(l)) : Optional.empty();
    }

    private Optional<JacobianResult> jacobian(int l) {
        return isAsked(Extra.JACOBIAN)
                ? JacobianResult.of(network, l, tape.layers().get(l), gradients)
                : Optional.empty();
    }

    private Optional<Resources> resources(int l) {
        if (!isAsked(Extra.RESOURCES)) {
            return Optional.empty();
        }
        LayerParts parts =
                LayerParts.of(inspection.setup(), l, tape.layers().get(l), backward.get(l), inspection.rule());
        return Optional.of(ResourceCount.of(parts, provider, inspection.precision()));
    }

    private boolean isAsked(Extra extra) {
        return inspection.extras().contains(extra);
    }
}
