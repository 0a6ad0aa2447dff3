package dev.gradlens.wire.nodes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a network, in the form in which a request gives them.
 *
 * @param layers one for each layer, the first one first
 */
public record ParametersAnswer(List<LayerParametersAnswer> layers) {

    /**
     * The parameters of a layer. A tensor that the layer does not have is absent.
     *
     * @param w units × inputs
     * @param b one for each unit
     * @param gamma one for each unit
     * @param beta one for each unit
     * @param runningMean one for each unit, as it is before a batch
     * @param runningVariance likewise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LayerParametersAnswer(
            @JsonProperty("W") @Nullable Tensor w,
            @Vector @Nullable Tensor b,
            @Vector @Nullable Tensor gamma,
            @Vector @Nullable Tensor beta,
            @Vector @Nullable Tensor runningMean,
            @Vector @Nullable Tensor runningVariance) {}
}
