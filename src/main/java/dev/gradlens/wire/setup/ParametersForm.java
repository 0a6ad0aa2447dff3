package dev.gradlens.wire.setup;

import dev.gradlens.wire.bind.Called;
import java.util.List;

/**
 * The parameters of a network.
 *
 * @param layers one for each layer, an empty object where a layer has none
 */
@Called("the parameters")
public record ParametersForm(List<LayerParametersForm> layers) {}
