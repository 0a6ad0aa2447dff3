package dev.gradlens.inspection;

import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.stream.Stream;

/** Every normalization under every convention of its gradient. */
final class Normalizations {
    private Normalizations() {}

    static Stream<Normalization> all() {
        return Stream.of(Placement.values())
                .flatMap(placement -> Stream.concat(
                        Stream.of(new RmsNorm(new Epsilon(0.1, placement))),
                        Stream.of(VarianceEstimator.values())
                                .flatMap(estimator -> Stream.of(
                                        batchNorm(placement, estimator),
                                        new LayerNorm(new Epsilon(0.1, placement), estimator)))));
    }

    static BatchNorm batchNorm() {
        return batchNorm(Placement.INSIDE_SQRT, VarianceEstimator.BIASED);
    }

    private static BatchNorm batchNorm(Placement placement, VarianceEstimator estimator) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(0.1, placement), estimator, running);
    }
}
