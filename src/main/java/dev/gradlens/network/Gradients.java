package dev.gradlens.network;

import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.normalization.NormalizationGradients;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gradients of J by the node that they belong to. */
public final class Gradients {
    private Gradients() {}

    /** Copied out of the kernels: the first layer first, in each from dA to dbeta; dX last. */
    public static Map<Node, Values> byNode(List<LayerGradients> layers) {
        Map<Node, Values> gradients = new LinkedHashMap<>();
        for (int l = 0; l < layers.size(); l++) {
            putLayer(gradients, l, layers.get(l));
        }
        put(gradients, Node.X, layers.getFirst().dAPrev());
        return Collections.unmodifiableMap(gradients);
    }

    private static void putLayer(Map<Node, Values> gradients, int l, LayerGradients layer) {
        put(gradients, new Node(l, Kind.A), layer.dA());
        NormalizationGradients normalization = layer.normalization();
        if (normalization != null) {
            putNormalization(gradients, l, layer.dArgument(), normalization);
        }
        put(gradients, new Node(l, Kind.Z), layer.dZ());
        put(gradients, new Node(l, Kind.W), layer.dW());
        put(gradients, new Node(l, Kind.B), layer.db());
        if (normalization != null) {
            put(gradients, new Node(l, Kind.GAMMA), normalization.dGamma());
            put(gradients, new Node(l, Kind.BETA), normalization.dBeta());
        }
    }

    private static void putNormalization(
            Map<Node, Values> gradients, int l, Matrix dZTilda, NormalizationGradients normalization) {
        put(gradients, new Node(l, Kind.Z_TILDA), dZTilda);
        put(gradients, new Node(l, Kind.Z_NORM), normalization.dZNorm());
        put(gradients, new Node(l, Kind.SIGMA2), normalization.dSigma2());
        put(gradients, new Node(l, Kind.MU), normalization.dMu());
    }

    private static void put(Map<Node, Values> gradients, Node node, @Nullable Matrix gradient) {
        if (gradient != null) {
            gradients.put(node, gradient.values());
        }
    }
}
