package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.web.PredictionAnswer.ModelWarning;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.nodes.ParametersAnswer.LayerParametersAnswer;
import dev.gradlens.wire.tensors.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a model; {@code layers} is what a request gives as {@code parameters.layers}.
 *
 * @param layers one for each layer, the first one first
 * @param standardization what is done to every example before the first layer; absent where nothing is
 * @param warnings of parameters that are NaN or infinite, as a training that diverged left them
 */
@Schema(name = "ModelParameters")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelParametersAnswer(
        List<LayerParametersAnswer> layers,
        @Nullable StandardizationAnswer standardization,
        List<ModelWarning> warnings) {

    static ModelParametersAnswer of(ModelContent content, Encoding encoding) {
        Numbers numbers = new Numbers(content.precision(), encoding);
        List<LayerParametersAnswer> layers = new ArrayList<>();
        for (int l = 0; l < content.parameters().size(); l++) {
            layers.add(layer(l + 1, content.parameters().get(l), numbers));
        }
        return new ModelParametersAnswer(
                layers, StandardizationAnswer.of(content.standardization(), encoding), numbers.warnings());
    }

    private static LayerParametersAnswer layer(int layer, LayerParameters<Values> parameters, Numbers numbers) {
        return new LayerParametersAnswer(
                numbers.matrix(layer, "W", parameters.w()),
                numbers.vector(layer, "b", parameters.b()),
                numbers.vector(layer, "gamma", parameters.gamma()),
                numbers.vector(layer, "beta", parameters.beta()),
                numbers.vector(layer, "runningMean", parameters.runningMean()),
                numbers.vector(layer, "runningVariance", parameters.runningVariance()));
    }
}
