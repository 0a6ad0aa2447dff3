package dev.gradlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One unit behind one input, by hand: Z = 2, 6; Znorm = ∓2/3; Ztilda = −1, 3; A = 0, 3. */
class NetworkTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);

    private static Setup setup() {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        BatchNorm norm = new BatchNorm(new Epsilon(5, Placement.INSIDE_SQRT), VarianceEstimator.BIASED, running);
        NetworkSpec spec =
                new NetworkSpec(1, List.of(new DenseSpec(1, true, norm, new Relu())), new MeanSquaredError(), 0.5);
        LayerParameters<Values> parameters = new LayerParameters<>(
                Values.row(2), Values.row(0), Values.row(3), Values.row(1), Values.row(0), Values.row(1));
        Batch batch = new Batch(new Values(2, 1, new double[] {1, 3}), new Values(2, 1, new double[] {0, 1}));
        return new Setup(spec, List.of(parameters), batch, Mode.TRAINING);
    }

    private static Map<Node, Values> gradients(Setup setup, BackwardRule rule) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            Network network = setup.on(k);
            return Gradients.byNode(network.backward(setup.forward(network), rule));
        }
    }

    private static double cost(Setup setup) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            return setup.forward(setup.on(k)).cost();
        }
    }

    private static void assertEntries(Map<Node, Values> gradients, Kind kind, double... expected) {
        assertThat(gradients.get(new Node(0, kind)).rowMajor()).containsExactly(expected, ROUNDING);
    }

    @Test
    void addsHalfOfTheWeightDecayToTheMeanLoss() {
        double cost = cost(setup());

        assertThat(cost).isCloseTo(2 + 0.25 * 4, ROUNDING);
    }

    @Test
    void givesEveryGradient() {
        Map<Node, Values> gradients = gradients(setup(), BackwardRule.EXACT);

        assertEntries(gradients, Kind.A, 0, 2);
        assertEntries(gradients, Kind.Z_TILDA, 0, 2);
        assertEntries(gradients, Kind.Z_NORM, 0, 6);
        assertEntries(gradients, Kind.SIGMA2, -2.0 / 9);
        assertEntries(gradients, Kind.MU, -2);
        assertEntries(gradients, Kind.Z, -5.0 / 9, 5.0 / 9);
        assertEntries(gradients, Kind.W, 10.0 / 9 + 0.5 * 2);
        assertEntries(gradients, Kind.B, 0);
        assertEntries(gradients, Kind.GAMMA, 4.0 / 3);
        assertEntries(gradients, Kind.BETA, 2);
        assertThat(gradients.get(Node.X).rowMajor()).containsExactly(new double[] {-10.0 / 9, 10.0 / 9}, ROUNDING);
    }

    @Test
    void listsThemFromOutputToParametersAndTheInputLast() {
        Map<Node, Values> gradients = gradients(setup(), BackwardRule.EXACT);

        assertThat(gradients.keySet().stream().map(Node::kind))
                .containsExactly(
                        Kind.A,
                        Kind.Z_TILDA,
                        Kind.Z_NORM,
                        Kind.SIGMA2,
                        Kind.MU,
                        Kind.Z,
                        Kind.W,
                        Kind.B,
                        Kind.GAMMA,
                        Kind.BETA,
                        Kind.X);
    }

    @Test
    void hasNoGradientOfStatisticsThatAreHeldConstant() {
        Map<Node, Values> gradients = gradients(setup(), BackwardRule.STATISTICS_AS_CONSTANTS);

        assertThat(gradients).doesNotContainKeys(new Node(0, Kind.SIGMA2), new Node(0, Kind.MU));
        assertEntries(gradients, Kind.Z, 0, 2);
        assertEntries(gradients, Kind.B, 2);
        assertEntries(gradients, Kind.W, 6 + 1);
    }

    @Test
    void hasNoGradientOfZnormWhereTheNormalizationIsSkipped() {
        Map<Node, Values> gradients = gradients(setup(), BackwardRule.SKIP_NORMALIZATION);

        assertThat(gradients).doesNotContainKey(new Node(0, Kind.Z_NORM));
        assertEntries(gradients, Kind.Z, 0, 2);
        assertThat(gradients.get(Node.X).rowMajor()).containsExactly(0, 4);
    }

    @Test
    void passesAPlainLayerThroughItsWeightsOnly() {
        NetworkSpec spec =
                new NetworkSpec(2, List.of(new DenseSpec(1, false, null, new Relu())), new MeanSquaredError(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(Values.row(3, -1), null, null, null, null, null);
        Batch batch = new Batch(Values.row(1, 1), Values.row(1));

        Map<Node, Values> gradients =
                gradients(new Setup(spec, List.of(parameters), batch, Mode.TRAINING), BackwardRule.EXACT);

        assertThat(gradients.keySet().stream().map(Node::kind)).containsExactly(Kind.A, Kind.Z, Kind.W, Kind.X);
        assertEntries(gradients, Kind.W, 2, 2);
        assertThat(gradients.get(Node.X).rowMajor()).containsExactly(6, -2);
    }
}
