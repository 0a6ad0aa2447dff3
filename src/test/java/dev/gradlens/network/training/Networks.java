package dev.gradlens.network.training;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** Parts of which a test builds the network that it trains. */
final class Networks {
    private Networks() {}

    /** By the defaults of the service. */
    static BatchNorm batchNorm() {
        return new BatchNorm(
                new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT),
                VarianceEstimator.BIASED,
                new RunningAverage(0.9, RunningAverage.Convention.KEEP_OLD, VarianceEstimator.UNBIASED));
    }

    /** W and b of the initialization, gamma 1, beta 0, running statistics 0 and 1. */
    static List<LayerParameters<Values>> complete(NetworkSpec spec, Initialization initialization) {
        List<LayerParameters<Values>> drawn = initialization.parameters(spec);
        List<LayerParameters<Values>> complete = new ArrayList<>();
        for (int l = 0; l < drawn.size(); l++) {
            Values zeros = Values.filled(1, spec.unitsOf(l), 0);
            Values ones = Values.filled(1, spec.unitsOf(l), 1);
            boolean normalized = spec.layers().get(l).normalization() instanceof BatchNorm;
            complete.add(
                    normalized
                            ? new LayerParameters<>(
                                    drawn.get(l).w(), drawn.get(l).b(), ones, zeros, zeros, ones)
                            : drawn.get(l));
        }
        return complete;
    }
}
