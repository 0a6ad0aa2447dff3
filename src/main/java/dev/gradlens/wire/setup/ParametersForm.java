package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.bind.Called;
import java.util.List;

/**
 * The parameters of a network.
 *
 * @param layers one for each layer, an empty object where a layer has none
 */
@Called("the parameters")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParametersForm(List<LayerParametersForm> layers) {}
