package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a normalization's vectors are where a request does not give them. */
final class Defaults {
    private Defaults() {}

    /** The same parameters with nothing left out that a layer has. */
    static List<LayerParameters<Values>> fill(NetworkSpec spec, List<LayerParameters<Values>> given) {
        List<LayerParameters<Values>> filled = new ArrayList<>();
        for (int l = 0; l < given.size(); l++) {
            Normalization normalization = spec.layers().get(l).normalization();
            filled.add(normalization == null ? given.get(l) : fill(given.get(l), normalization, spec.unitsOf(l)));
        }
        return filled;
    }

    private static LayerParameters<Values> fill(LayerParameters<Values> given, Normalization normalization, int units) {
        boolean batch = normalization instanceof BatchNorm;
        return new LayerParameters<>(
                given.w(),
                given.b(),
                orElse(given.gamma(), units, 1),
                orElse(given.beta(), units, 0),
                batch ? orElse(given.runningMean(), units, 0) : null,
                batch ? orElse(given.runningVariance(), units, 1) : null);
    }

    private static Values orElse(@Nullable Values given, int units, double absent) {
        return given == null ? Values.filled(1, units, absent) : given;
    }
}
