package dev.gradlens.inspection.web;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.nodes.ParametersAnswer;
import dev.gradlens.wire.nodes.ParametersAnswer.LayerParametersAnswer;
import java.util.ArrayList;
import java.util.List;

/** Puts parameters on the wire. */
final class ParametersWriter {
    private final Tensors tensors;

    ParametersWriter(Tensors tensors) {
        this.tensors = tensors;
    }

    ParametersAnswer write(List<LayerParameters<Values>> parameters) {
        List<LayerParametersAnswer> layers = new ArrayList<>();
        for (int l = 0; l < parameters.size(); l++) {
            layers.add(layer(l + 1, parameters.get(l)));
        }
        return new ParametersAnswer(layers);
    }

    private LayerParametersAnswer layer(int layer, LayerParameters<Values> parameters) {
        return new LayerParametersAnswer(
                tensors.weights(layer, "W", parameters.w()),
                tensors.vector(layer, "b", parameters.b()),
                tensors.vector(layer, "gamma", parameters.gamma()),
                tensors.vector(layer, "beta", parameters.beta()),
                tensors.vector(layer, "parameters.runningMean", parameters.runningMean()),
                tensors.vector(layer, "parameters.runningVariance", parameters.runningVariance()));
    }
}
