package dev.gradlens.diagnosis;

import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.Optional;

/**
 * What forward tensors show of how a layer was normalized; empty what they do not show.
 *
 * @param layer from 0
 * @param axis over what the statistics were taken
 * @param varianceEstimator of sigma2
 * @param epsilonPlacement of the denominator
 */
public record ShownConventions(
        int layer,
        Optional<Shown<StatisticsAxis>> axis,
        Optional<Shown<VarianceEstimator>> varianceEstimator,
        Optional<Shown<Epsilon.Placement>> epsilonPlacement) {

    /**
     * A convention.
     *
     * @param residual how far the tensor that shows it is from what it gives, relative
     */
    public record Shown<T>(T value, double residual) {}

    /** Over what mean and variance are taken. */
    public enum StatisticsAxis {
        /** The batch, for each unit. */
        BATCH,
        /** The units, for each example. */
        UNITS,
        /** All entries at once. */
        ALL
    }
}
