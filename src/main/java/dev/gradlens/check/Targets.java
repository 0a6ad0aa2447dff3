package dev.gradlens.check;

import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.normalization.BatchNorm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which gradients are checked. */
public enum Targets {
    /** dW, db, dgamma, dbeta. */
    PARAMETERS,
    /** Every gradient that backward gives. */
    ALL;

    /** Whether it wants the gradient of this node. */
    public boolean include(Node node) {
        return this == ALL || node.kind().isParameter();
    }

    /** How many entries each gradient has, at most, before anything is computed. */
    public Map<Node, Long> sizes(NetworkSpec spec, long examples) {
        Map<Node, Long> sizes = new LinkedHashMap<>();
        for (int l = 0; l < spec.layers().size(); l++) {
            putLayer(sizes, spec, l, examples);
        }
        sizes.put(Node.X, examples * spec.inputs());
        sizes.keySet().removeIf(node -> !include(node));
        return sizes;
    }

    private static void putLayer(Map<Node, Long> sizes, NetworkSpec spec, int l, long examples) {
        LayerSpec layer = spec.layers().get(l);
        long units = spec.unitsOf(l);
        sizes.put(new Node(l, Kind.A), examples * units);
        sizes.put(new Node(l, Kind.Z), examples * units);
        if (layer.hasWeights()) {
            sizes.put(new Node(l, Kind.W), units * spec.inputsOf(l));
        }
        if (layer.hasBias()) {
            sizes.put(new Node(l, Kind.B), units);
        }
        if (layer.normalization() != null) {
            long statistics = layer.normalization() instanceof BatchNorm ? units : examples;
            sizes.put(new Node(l, Kind.Z_TILDA), examples * units);
            sizes.put(new Node(l, Kind.Z_NORM), examples * units);
            sizes.put(new Node(l, Kind.SIGMA2), statistics);
            sizes.put(new Node(l, Kind.MU), statistics);
            sizes.put(new Node(l, Kind.GAMMA), units);
            sizes.put(new Node(l, Kind.BETA), units);
        }
    }
}
