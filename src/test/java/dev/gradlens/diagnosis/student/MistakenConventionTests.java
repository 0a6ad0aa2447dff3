package dev.gradlens.diagnosis.student;

import static dev.gradlens.network.normalization.Epsilon.Placement.INSIDE_SQRT;
import static dev.gradlens.network.normalization.Epsilon.Placement.OUTSIDE_SQRT;
import static dev.gradlens.network.normalization.VarianceEstimator.BIASED;
import static dev.gradlens.network.normalization.VarianceEstimator.UNBIASED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A student whose forward keeps another convention computes all that is right under that one. */
class MistakenConventionTests {

    private static final int SEEDS = 25;
    private static final double ROUNDING = 1e-10;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    private static Map<Site, Values> mistaken(Exercise exercise, Planted planted) {
        return Student.of(exercise).making(planted).tensors();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnByTheOtherPlacementOfEpsilon(long seed) {
        Exercise exercise = RandomExercises.batchNorm(seed);
        Exercise other = redeclared(exercise, norm -> {
            Placement placement = norm.epsilon().placement() == INSIDE_SQRT ? OUTSIDE_SQRT : INSIDE_SQRT;
            Epsilon epsilon = new Epsilon(norm.epsilon().value(), placement);
            return new BatchNorm(epsilon, norm.varianceEstimator(), norm.running());
        });

        Map<Site, Values> mistaken = mistaken(exercise, new Planted(0, Mistake.F02, 0));

        assertAgrees(mistaken, Student.of(other).tensors());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnByTheOtherVariance(long seed) {
        Exercise exercise = RandomExercises.batchNorm(seed);
        Exercise other = redeclared(exercise, norm -> {
            VarianceEstimator estimator = norm.varianceEstimator() == BIASED ? UNBIASED : BIASED;
            return new BatchNorm(norm.epsilon(), estimator, norm.running());
        });

        Map<Site, Values> mistaken = mistaken(exercise, new Planted(0, Mistake.F04, 0));

        assertAgrees(mistaken, Student.of(other).tensors());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goesOnAsLayerNormalization(long seed) {
        Exercise exercise = RandomExercises.batchNorm(seed);
        Exercise other = redeclared(exercise, norm -> new LayerNorm(norm.epsilon(), norm.varianceEstimator()));
        Site dZ = new Site(0, Step.D_Z);

        Map<Site, Values> mistaken = mistaken(exercise, new Planted(0, Mistake.F05, 1));

        assertThat(Apart.relative(dZ, mistaken, Student.of(other).tensors())).isLessThan(ROUNDING);
    }

    private static Exercise redeclared(Exercise exercise, Function<BatchNorm, Normalization> other) {
        Setup setup = exercise.setup();
        List<LayerSpec> layers = new ArrayList<>(setup.spec().layers());
        DenseSpec first = (DenseSpec) layers.getFirst();
        Normalization normalization = other.apply((BatchNorm) requireNonNull(first.normalization()));
        layers.set(0, new DenseSpec(first.units(), first.bias(), normalization, first.activation()));
        NetworkSpec spec = new NetworkSpec(
                setup.spec().inputs(), layers, setup.spec().loss(), setup.spec().weightDecay());
        return new Exercise(
                new Setup(spec, setup.parameters(), setup.batch(), setup.mode()), exercise.meanInParameters());
    }

    private static void assertAgrees(Map<Site, Values> mistaken, Map<Site, Values> other) {
        assertThat(mistaken.keySet()).isEqualTo(other.keySet());
        assertThat(other.keySet())
                .allSatisfy(site -> assertThat(Apart.relative(site, mistaken, other))
                        .as(site.toString())
                        .isLessThan(ROUNDING));
    }
}
