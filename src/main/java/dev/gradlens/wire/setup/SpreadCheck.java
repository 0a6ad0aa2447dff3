package dev.gradlens.wire.setup;

import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.wire.bind.Place;
import org.jspecify.annotations.Nullable;

/** Refuses an unbiased variance of a single value, wherever as much is known of a request that may be faulty. */
final class SpreadCheck {
    private final KnownShape shape;
    private final Conventions conventions;
    private final Place layers;

    SpreadCheck(KnownShape shape, Conventions conventions, Place network) {
        this.shape = shape;
        this.conventions = conventions;
        this.layers = network.member("layers");
    }

    /**
     * Looks at every layer.
     *
     * @param examples over which batch normalization takes its variance; null where that is not known or it takes none
     */
    void check(@Nullable Integer examples) {
        for (int l = 0; l < shape.layers().size(); l++) {
            LayerForm layer = shape.layers().get(l);
            NormalizationForm normalization = layer == null ? null : layer.normalization();
            if (normalization instanceof NormalizationForm.Batch batch) {
                refuseSingle(batch.varianceEstimator(), examples, l, "over a batch of one example");
            }
            if (normalization instanceof NormalizationForm.Layer units) {
                refuseSingle(units.varianceEstimator(), shape.unitsOf(l), l, "over a layer of one unit");
            }
        }
    }

    private void refuseSingle(@Nullable VarianceEstimator given, @Nullable Integer count, int layer, String where) {
        VarianceEstimator estimator = given == null ? conventions.varianceEstimator() : given;
        if (estimator == VarianceEstimator.UNBIASED && count != null && count == 1) {
            layers.item(layer)
                    .member("normalization")
                    .member("varianceEstimator")
                    .fault("unbiased divides by one less than the number of values, which is 0 " + where);
        }
    }
}
