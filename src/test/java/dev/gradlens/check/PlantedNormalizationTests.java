package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Numbers;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.HandPaths;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The backward pass of every normalization as it is derived by hand, right and wrong. */
class PlantedNormalizationTests {

    /** Large, so that its mistakes are no smaller than others. */
    private static final double EPSILON = 0.1;

    private static final int EXAMPLES = 5;
    private static final int UNITS = 4;

    static Stream<Normalization> all() {
        return Stream.of(Placement.values())
                .flatMap(placement -> Stream.concat(
                        Stream.of(new RmsNorm(new Epsilon(EPSILON, placement))),
                        Stream.of(VarianceEstimator.values())
                                .flatMap(estimator -> Stream.of(
                                        batchNorm(EPSILON, placement, estimator),
                                        new LayerNorm(new Epsilon(EPSILON, placement), estimator)))));
    }

    static Stream<Normalization> withMean() {
        return all().filter(normalization -> !(normalization instanceof RmsNorm));
    }

    private static BatchNorm batchNorm(double epsilon, Placement placement, VarianceEstimator estimator) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(epsilon, placement), estimator, running);
    }

    private static Normalization with(Normalization normalization, Epsilon epsilon) {
        return switch (normalization) {
            case BatchNorm batch -> new BatchNorm(epsilon, batch.varianceEstimator(), batch.running());
            case LayerNorm layer -> new LayerNorm(epsilon, layer.varianceEstimator());
            case RmsNorm rms -> new RmsNorm(epsilon);
        };
    }

    private static Values z(Tape tape) {
        return tape.layers().getFirst().z().values();
    }

    private static Values exact(Map<Node, Values> gradients, Kind kind) {
        return gradients.get(new Node(0, kind));
    }

    private static CheckReport checked(Normalization normalization, Planted planted) {
        Setup setup = RandomSetups.normalizing(normalization, EXAMPLES, UNITS, 23);
        return Checks.of(setup, planted);
    }

    private static CheckReport withPaths(Normalization of, Normalization forward, double a, double b, double c) {
        Planted planted = new Planted(
                new Node(0, Kind.Z),
                (network, tape, exact) ->
                        HandPaths.of(of, z(tape), exact(exact, Kind.Z_NORM)).combined(a, b, c));
        return checked(forward, planted);
    }

    private static void assertFails(Normalization normalization, Kind kind, Planted.Formula formula) {
        Node node = new Node(0, kind);
        assertThat(Checks.failed(checked(normalization, new Planted(node, formula))))
                .as("d%s of %s", kind, normalization)
                .containsExactly(node);
    }

    private static void assertFails(Normalization normalization, Kind kind, UnaryOperator<Values> mistake) {
        assertFails(normalization, kind, (network, tape, exact) -> mistake.apply(exact(exact, kind)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void passesTheThreePaths(Normalization normalization) {
        CheckReport report = withPaths(normalization, normalization, 1, -1, -1);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsAVariancePathThatIsNotItself(Normalization normalization) {
        for (double coefficient : new double[] {0, 1, -2, -0.5, -EXAMPLES, -1.0 / EXAMPLES}) {
            CheckReport report = withPaths(normalization, normalization, 1, -1, coefficient);

            assertThat(Checks.failed(report)).as("V times " + coefficient).containsExactly(new Node(0, Kind.Z));
        }
    }

    @ParameterizedTest
    @MethodSource("withMean")
    void failsAMeanPathThatIsNotItself(Normalization normalization) {
        for (double coefficient : new double[] {0, 1, -EXAMPLES, -1.0 / EXAMPLES}) {
            CheckReport report = withPaths(normalization, normalization, 1, coefficient, -1);

            assertThat(Checks.failed(report)).as("M times " + coefficient).containsExactly(new Node(0, Kind.Z));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsADirectPathThatIsNotItself(Normalization normalization) {
        for (double coefficient : new double[] {0, -1, 1.0 / EXAMPLES}) {
            CheckReport report = withPaths(normalization, normalization, coefficient, -1, -1);

            assertThat(Checks.failed(report)).as("D times " + coefficient).containsExactly(new Node(0, Kind.Z));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsALostEpsilonAndAMisplacedOne(Normalization normalization) {
        Placement placement = normalization.epsilon().placement();
        Placement other = placement == Placement.INSIDE_SQRT ? Placement.OUTSIDE_SQRT : Placement.INSIDE_SQRT;

        CheckReport lost = withPaths(with(normalization, new Epsilon(0, placement)), normalization, 1, -1, -1);
        CheckReport misplaced = withPaths(with(normalization, new Epsilon(EPSILON, other)), normalization, 1, -1, -1);

        assertThat(Checks.failed(lost)).containsExactly(new Node(0, Kind.Z));
        assertThat(Checks.failed(misplaced)).containsExactly(new Node(0, Kind.Z));
    }

    @ParameterizedTest
    @MethodSource("withMean")
    void failsTheOtherEstimator(Normalization normalization) {
        Normalization other = switch (normalization) {
            case BatchNorm batch -> new BatchNorm(batch.epsilon(), other(batch.varianceEstimator()), batch.running());
            case LayerNorm layer -> new LayerNorm(layer.epsilon(), other(layer.varianceEstimator()));
            case RmsNorm rms -> rms;
        };

        CheckReport report = withPaths(other, normalization, 1, -1, -1);

        assertThat(Checks.failed(report)).containsExactly(new Node(0, Kind.Z));
    }

    private static VarianceEstimator other(VarianceEstimator estimator) {
        return estimator == VarianceEstimator.BIASED ? VarianceEstimator.UNBIASED : VarianceEstimator.BIASED;
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsWrongGradientsOfTheStatistics(Normalization normalization) {
        assertFails(normalization, Kind.SIGMA2, right -> right.times(2));
        assertFails(normalization, Kind.SIGMA2, right -> right.times(-1));
        assertFails(normalization, Kind.SIGMA2, right -> right.times(0));
    }

    @ParameterizedTest
    @MethodSource("withMean")
    void failsAWrongGradientOfTheMean(Normalization normalization) {
        boolean down = normalization instanceof BatchNorm;

        assertFails(normalization, Kind.MU, right -> right.times(-1));
        assertFails(normalization, Kind.MU, right -> right.times(1.0 / EXAMPLES));
        assertFails(normalization, Kind.MU, (network, tape, exact) -> {
            Values dZNorm = exact(exact, Kind.Z_NORM);
            return (down ? Numbers.sumOfRows(dZNorm) : Numbers.sumOfColumns(dZNorm)).times(-1);
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsWrongGradientsOfScaleAndShift(Normalization normalization) {
        assertFails(normalization, Kind.GAMMA, right -> right.times(1.0 / EXAMPLES));
        assertFails(
                normalization,
                Kind.GAMMA,
                (network, tape, exact) -> Numbers.sumOfRows(Numbers.product(exact(exact, Kind.Z_TILDA), z(tape))));
        assertFails(
                normalization,
                Kind.GAMMA,
                (network, tape, exact) -> Numbers.sumOfRows(Numbers.product(
                        exact(exact, Kind.Z_NORM),
                        tape.layers().getFirst().normalization().zNorm().values())));
        assertFails(normalization, Kind.GAMMA, (network, tape, exact) -> exact(exact, Kind.BETA));
        assertFails(normalization, Kind.BETA, right -> right.times(1.0 / EXAMPLES));
        assertFails(normalization, Kind.BETA, (network, tape, exact) -> Numbers.sumOfRows(exact(exact, Kind.Z_NORM)));
        assertFails(normalization, Kind.BETA, (network, tape, exact) -> exact(exact, Kind.GAMMA));
        assertFails(normalization, Kind.Z_NORM, (network, tape, exact) -> exact(exact, Kind.Z_TILDA));
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsWrongGradientsOfWeightsAndInputs(Normalization normalization) {
        assertFails(normalization, Kind.W, right -> right.times(1.0 / EXAMPLES));
        assertFails(
                normalization,
                Kind.W,
                (network, tape, exact) -> Numbers.transposedTimes(
                        exact(exact, Kind.Z), tape.layers().getFirst().aPrev().values()));
        assertFails(
                normalization,
                Kind.W,
                (network, tape, exact) -> Numbers.transposedTimes(
                        exact(exact, Kind.Z_TILDA),
                        tape.layers().getFirst().aPrev().values()));
        assertFails(normalization, Kind.W, (network, tape, exact) -> {
            Values w = network.parameters().getFirst().w().values();
            double lambda = network.spec().weightDecay();
            return Numbers.zip(exact(exact, Kind.W), w, (dW, entry) -> dW + lambda * entry);
        });
        assertFails(normalization, Kind.B, (network, tape, exact) -> Numbers.sumOfRows(exact(exact, Kind.Z_TILDA)));
    }
}
