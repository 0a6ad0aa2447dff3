package dev.gradlens.diagnosis.probe;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.List;
import java.util.stream.Stream;

/** Plans of every kind. */
final class Plans {
    private Plans() {}

    /** Batch normalization with tanh, five examples of four features, epsilon 0.1. */
    static Plan usual(long seed) {
        return of(batchNorm(0.1, Placement.INSIDE_SQRT, VarianceEstimator.BIASED), new Tanh(), seed);
    }

    static Plan of(Normalization normalization, Activation activation, long seed) {
        return new Plan(normalization, activation, 5, 4, seed);
    }

    static Normalization batchNorm(double epsilon, Placement placement, VarianceEstimator estimator) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(epsilon, placement), estimator, running);
    }

    static Stream<Plan> ofEveryKind() {
        Epsilon epsilon = new Epsilon(0.1, Placement.INSIDE_SQRT);
        Normalization usual = usual(0).normalization();
        return Stream.concat(
                Stream.of(new Tanh(), new Relu(), new Identity(), new Sigmoid(), new LeakyRelu(0.1))
                        .map(activation -> of(usual, activation, 1)),
                List.of(
                        usual(0),
                        of(batchNorm(0.1, Placement.OUTSIDE_SQRT, VarianceEstimator.UNBIASED), new Tanh(), 2),
                        of(batchNorm(1e-5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED), new Tanh(), 3),
                        of(new LayerNorm(epsilon, VarianceEstimator.BIASED), new Tanh(), 4),
                        of(new RmsNorm(epsilon), new Tanh(), 5))
                        .stream());
    }
}
