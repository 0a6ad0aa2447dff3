package dev.gradlens.model;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a model computes with.
 *
 * @param spec its network
 * @param precision of its parameters, which are rounded to it
 * @param parameters one for each layer, with nothing left out that the layer has; they may be NaN or infinite, as a training
 *     that diverges makes them
 * @param standardization what is done to every example before the first layer, in double precision whatever that of the
 *     parameters; null where nothing is
 */
public record ModelContent(
        NetworkSpec spec,
        Precision precision,
        List<LayerParameters<Values>> parameters,
        @Nullable Standardization standardization) {
    public ModelContent {
        if (parameters.size() != spec.layers().size()) {
            throw new IllegalArgumentException("%d layers cannot have the parameters of %d"
                    .formatted(spec.layers().size(), parameters.size()));
        }
        if (standardization != null && standardization.features() != spec.inputs()) {
            throw new IllegalArgumentException("%d inputs cannot be standardized as %d features"
                    .formatted(spec.inputs(), standardization.features()));
        }
        parameters = parameters.stream()
                .map(layer -> layer.map(tensor -> tensor.rounded(precision)))
                .toList();
    }
}
