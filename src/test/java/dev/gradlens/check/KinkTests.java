package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Z is the sum of the inputs, and the gradient of A is 1, 2 and 3 in the three examples. */
class KinkTests {

    private static final Node Z = new Node(0, Kind.Z);

    static Stream<Activation> kinked() {
        return Stream.of(new Relu(), new LeakyRelu(0.01), new LeakyRelu(-1), new Elu(2), new Elu(0));
    }

    static Stream<Activation> smooth() {
        return Stream.of(new LeakyRelu(1), new Elu(1));
    }

    private static Setup setup(Activation activation, double... secondExample) {
        NetworkSpec spec = new NetworkSpec(3, List.of(new DenseSpec(1, false, null, activation)), new Upstream(), 0);
        LayerParameters<Values> ones = new LayerParameters<>(Values.row(1, 1, 1), null, null, null, null, null);
        double[] x = {1, 2, 3, secondExample[0], secondExample[1], secondExample[2], -1, -2, -3};
        Batch batch = new Batch(new Values(3, 3, x), new Values(3, 1, new double[] {1, 2, 3}));
        return new Setup(spec, List.of(ones), batch, Mode.TRAINING);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void concludesNothingExactlyAtZero(Activation activation) {
        CheckReport report = Checks.exact(setup(activation, 1, 1, -2));

        TensorReport dZ = Checks.tensor(report, Z);
        assertThat(dZ.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(dZ.reason()).contains(Reason.NOT_DIFFERENTIABLE);
        assertThat(dZ.inconclusive()).containsEntry(Reason.NOT_DIFFERENTIABLE, 1);
        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void concludesNothingAtAZeroThatIsNotRounded(Activation activation) {
        CheckReport report = Checks.exact(setup(activation, 0, 0, 0));

        assertThat(Checks.tensor(report, Z).inconclusive()).containsEntry(Reason.NOT_DIFFERENTIABLE, 1);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void concludesNothingWhereRoundingDecidesTheSide(Activation activation) {
        CheckReport report = Checks.exact(setup(activation, 0.1, 0.2, -0.3));

        assertThat(Checks.tensor(report, Z).inconclusive()).containsEntry(Reason.NOT_DIFFERENTIABLE, 1);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void decidesBesideZeroWhereRoundingDoesNot(Activation activation) {
        CheckReport above = Checks.exact(setup(activation, 0.1, 0.2, -0.3 + 1e-12));
        CheckReport below = Checks.exact(setup(activation, 0.1, 0.2, -0.3 - 1e-12));

        assertThat(Checks.undecided(Checks.tensor(above, Z))).isZero();
        assertThat(Checks.undecided(Checks.tensor(below, Z))).isZero();
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void decidesAtZeroWhereThereIsNoKink(Activation activation) {
        CheckReport report = Checks.exact(setup(activation, 1, 1, -2));

        assertThat(Checks.tensor(report, Z).inconclusive()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    /** Unit j of example i has the argument i − j; so three of the entries are 0, and each other stays on its side. */
    @Test
    void knowsWhichEntriesSitOnTheKink() {
        NetworkSpec spec = new NetworkSpec(3, List.of(new DenseSpec(3, true, null, new Elu(2))), new Upstream(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                new Values(3, 3, new double[] {1, 0, 0, 1, 0, 0, 1, 0, 0}),
                Values.row(0, -1, -2),
                null,
                null,
                null,
                null);
        Batch batch = new Batch(
                new Values(4, 3, new double[] {0, 1, 2, 1, 2, 3, 2, 3, 4, 3, 4, 5}),
                new Values(4, 3, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));

        CheckReport report = Checks.exact(new Setup(spec, List.of(parameters), batch, Mode.TRAINING));

        TensorReport dZ = Checks.tensor(report, Z);
        assertThat(dZ.inconclusive()).isEqualTo(Map.of(Reason.NOT_DIFFERENTIABLE, 3));
        assertThat(dZ.maxRelativeError()).isLessThan(1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void takesEverySubgradientOfReluAtZero(double subgradient) {
        CheckReport report = Checks.of(setup(new Relu(), 1, 1, -2), atKink(subgradient));

        assertThat(Checks.tensor(report, Z).verdict()).isNotEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.01, 1.01, 2, 1e300})
    void failsWhatIsFartherFromOneSideThanTheOther(double outside) {
        CheckReport report = Checks.of(setup(new Relu(), 1, 1, -2), atKink(outside));

        assertThat(Checks.failed(report)).containsExactly(Z);
    }

    @Test
    void stillFailsWhatIsWrongBesideAKink() {
        CheckReport report = Checks.of(setup(new Relu(), 1, 1, -2), Planted.entry(Z, 0, 1 + 1e-6));

        TensorReport dZ = Checks.tensor(report, Z);
        assertThat(dZ.failed()).isOne();
        assertThat(dZ.inconclusive()).isEqualTo(Map.of(Reason.NOT_DIFFERENTIABLE, 1, Reason.BOTH_ZERO, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void concludesNothingFromAGradientThatIsNotFinite(double number) {
        CheckReport report = Checks.of(setup(new LeakyRelu(1), 1, 1, 1), atKink(number));

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Checks.tensor(report, Z).reason()).contains(Reason.NON_FINITE);
        assertThat(Checks.tensor(report, Z).inconclusive()).isEqualTo(Map.of(Reason.NON_FINITE, 1));
    }

    /** The gradient of Z in the second example is this times 2. */
    private static Planted atKink(double slope) {
        return new Planted(Z, (network, tape, exact) -> {
            double[] entries = exact.get(Z).rowMajor().clone();
            entries[1] = slope * 2;
            return new Values(3, 1, entries);
        });
    }
}
