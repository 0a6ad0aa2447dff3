package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservabilityTests {

    private static final Epsilon EPSILON = new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT);
    private static final VarianceEstimator BIASED = VarianceEstimator.BIASED;

    static Stream<Normalization> withMeans() {
        return Stream.of(
                new BatchNorm(EPSILON, BIASED, new RunningAverage(0.9, RunningAverage.Convention.KEEP_OLD, BIASED)),
                new LayerNorm(EPSILON, BIASED));
    }

    private static Setup setup(Normalization normalization, double... upstream) {
        return over(5, normalization, upstream);
    }

    private static Setup over(int examples, Normalization normalization, double... upstream) {
        Random random = new Random(1);
        DenseSpec layer = new DenseSpec(4, true, normalization, new Identity());
        double[] w = random.doubles(12, -1, 1).toArray();
        Values zeros = Values.filled(1, 4, 0);
        Values ones = Values.filled(1, 4, 1);
        LayerParameters<Values> parameters =
                new LayerParameters<>(new Values(4, 3, w), zeros, ones, zeros, zeros, ones);
        Values x = new Values(examples, 3, random.doubles(3L * examples, -1, 1).toArray());
        double[] u = random.doubles(4L * examples, upstream[0], upstream[1]).toArray();
        return new Setup(
                new NetworkSpec(3, List.of(layer), new Upstream(), 0),
                List.of(parameters),
                new Batch(x, new Values(examples, 4, u)),
                Mode.TRAINING);
    }

    private static Setup sum(Normalization normalization) {
        return setup(normalization, 1, Math.nextUp(1.0));
    }

    @ParameterizedTest
    @MethodSource("withMeans")
    void saysThatASumOfZtildaShowsNothingOfWhatLiesBefore(Normalization normalization) {
        CheckReport report = Checks.exact(sum(normalization));

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        for (Kind kind : List.of(Kind.Z, Kind.SIGMA2, Kind.W)) {
            assertThat(Checks.tensor(report, new Node(0, kind)).reason()).contains(Reason.NOT_OBSERVABLE);
        }
        assertThat(Checks.tensor(report, Node.X).reason()).contains(Reason.NOT_OBSERVABLE);
    }

    @ParameterizedTest
    @MethodSource("withMeans")
    void stillSeesWhatLiesBehind(Normalization normalization) {
        CheckReport report = Checks.exact(sum(normalization));

        for (Kind kind : List.of(Kind.Z_TILDA, Kind.Z_NORM, Kind.MU, Kind.BETA)) {
            assertThat(Checks.tensor(report, new Node(0, kind)).verdict())
                    .as(kind.name())
                    .isEqualTo(Verdict.PASS);
        }
    }

    @ParameterizedTest
    @MethodSource("withMeans")
    void stillFailsAWrongBackward(Normalization normalization) {
        CheckReport report = Checks.of(sum(normalization), Checks.by(BackwardRule.STATISTICS_AS_CONSTANTS));

        assertThat(Checks.failed(report)).contains(new Node(0, Kind.Z));
    }

    @ParameterizedTest
    @MethodSource("withMeans")
    void passesWhereTheOutputsAreWeighted(Normalization normalization) {
        CheckReport report = Checks.exact(setup(normalization, -1, 1));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void blamesASumOverTwoExamplesButNoOtherCost() {
        Normalization batch = withMeans().findFirst().orElseThrow();
        Node dZ = new Node(0, Kind.Z);

        CheckReport sum = Checks.exact(over(2, batch, 1, Math.nextUp(1.0)));
        CheckReport weighted = Checks.exact(over(2, batch, -1, 1));

        assertThat(Checks.tensor(sum, dZ).reason()).contains(Reason.NOT_OBSERVABLE);
        assertThat(Checks.tensor(weighted, dZ).inconclusive()).doesNotContainKey(Reason.NOT_OBSERVABLE);
    }

    @Test
    void callsTheBiasBeforeBatchNormZeroAndNotHidden() {
        Normalization batch = withMeans().findFirst().orElseThrow();

        CheckReport report = Checks.exact(setup(batch, -1, 1));

        assertThat(Checks.tensor(report, new Node(0, Kind.B)).reason()).contains(Reason.BOTH_ZERO);
    }
}
