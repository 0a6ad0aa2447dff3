package dev.gradlens.network;

import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Every normalization under every convention. */
final class RandomNormalizations {

    private static final double[] MODERATE = {1e-5, 1e-3, 0.1, 1};
    private static final double[] LARGE = {0.1, 1};
    private static final double[] WILD = {1e-12, 1e-8, 1e-5, 10};

    private final Random seeded;
    private final boolean wild;

    RandomNormalizations(Random seeded, boolean wild) {
        this.seeded = seeded;
        this.wild = wild;
    }

    /** One that such a layer may have; none now and then, unless it is required. */
    @Nullable
    Normalization of(int examples, int units, boolean required) {
        return switch (seeded.nextInt(required ? 4 : 6)) {
            case 0 -> new LayerNorm(epsilon(units), estimator(units));
            case 1 -> new RmsNorm(epsilon(units + 1));
            case 2, 3 -> new BatchNorm(epsilon(examples), estimator(examples), running());
            default -> null;
        };
    }

    /** Two values are normalized to ±1 but for epsilon; with a tiny one, nothing is left of a gradient but rounding. */
    private Epsilon epsilon(int count) {
        double[] values = wild ? WILD : count == 2 ? LARGE : MODERATE;
        return new Epsilon(values[seeded.nextInt(values.length)], oneOf(Placement.values()));
    }

    /** Over a single value there is only the biased one. */
    private VarianceEstimator estimator(int count) {
        VarianceEstimator estimator = oneOf(VarianceEstimator.values());
        return count == 1 ? VarianceEstimator.BIASED : estimator;
    }

    private RunningAverage running() {
        return new RunningAverage(seeded.nextDouble(), oneOf(Convention.values()), oneOf(VarianceEstimator.values()));
    }

    private <T> T oneOf(T[] values) {
        return values[seeded.nextInt(values.length)];
    }
}
