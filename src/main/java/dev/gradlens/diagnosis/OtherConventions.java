package dev.gradlens.diagnosis;

import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.Optional;

/** Conventions other than the declared ones; empty what is as declared. */
public record OtherConventions(
        Optional<Epsilon.Placement> epsilonPlacement,
        Optional<Double> epsilon,
        Optional<VarianceEstimator> varianceEstimator,
        Optional<ParameterMean> gradientScale) {

    /** Where the 1/m of the mean over the batch is taken. */
    public enum ParameterMean {
        COST,
        MEAN_IN_PARAMETERS
    }
}
