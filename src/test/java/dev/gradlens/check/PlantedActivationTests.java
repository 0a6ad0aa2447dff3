package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Numbers;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Gelu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Silu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes as people get them right and wrong, as functions of z and a = g(z). */
class PlantedActivationTests {

    private static final Node Z = new Node(0, Kind.Z);
    private static final double PHI = 1 / Math.sqrt(2 * Math.PI);

    private static Arguments slope(String what, Activation activation, DoubleBinaryOperator slope) {
        return Arguments.argumentSet(what, activation, slope);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static Stream<Arguments> right() {
        return Stream.of(
                slope("identity", new Identity(), (z, a) -> 1),
                slope("relu", new Relu(), (z, a) -> z > 0 ? 1 : 0),
                slope("leakyRelu", new LeakyRelu(-0.3), (z, a) -> z > 0 ? 1 : -0.3),
                slope("elu", new Elu(2), (z, a) -> z > 0 ? 1 : a + 2),
                slope("tanh", new Tanh(), (z, a) -> 1 - a * a),
                slope("sigmoid", new Sigmoid(), (z, a) -> a * (1 - a)),
                slope("softplus", new Softplus(), (z, a) -> sigmoid(z)),
                slope("silu", new Silu(), (z, a) -> a + sigmoid(z) * (1 - a)),
                slope("gelu", new Gelu(), (z, a) -> a / z + z * PHI * Math.exp(-z * z / 2)));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                slope("identity scaled", new Identity(), (z, a) -> 0.999),
                slope("relu open everywhere", new Relu(), (z, a) -> 1),
                slope("relu shut everywhere", new Relu(), (z, a) -> 0),
                slope("relu' = a", new Relu(), (z, a) -> a),
                slope("leakyRelu on the wrong side", new LeakyRelu(-0.3), (z, a) -> z > 0 ? -0.3 : 1),
                slope("leakyRelu by the sign of a", new LeakyRelu(-0.3), (z, a) -> a > 0 ? 1 : -0.3),
                slope("leakyRelu as relu", new LeakyRelu(-0.3), (z, a) -> z > 0 ? 1 : 0),
                slope("elu' = a", new Elu(2), (z, a) -> z > 0 ? 1 : a),
                slope("elu' = a + 1", new Elu(2), (z, a) -> z > 0 ? 1 : a + 1),
                slope("elu without alpha", new Elu(2), (z, a) -> z > 0 ? 1 : Math.exp(z)),
                slope("tanh' = 1 - a", new Tanh(), (z, a) -> 1 - a),
                slope("tanh' = 1 - z²", new Tanh(), (z, a) -> 1 - z * z),
                slope("tanh' as sigmoid'", new Tanh(), (z, a) -> a * (1 - a)),
                slope("sigmoid' = a", new Sigmoid(), (z, a) -> a),
                slope("sigmoid' = 1 - a", new Sigmoid(), (z, a) -> 1 - a),
                slope("sigmoid' = z(1 - z)", new Sigmoid(), (z, a) -> z * (1 - z)),
                slope("softplus' = σ(-z)", new Softplus(), (z, a) -> sigmoid(-z)),
                slope("softplus as relu", new Softplus(), (z, a) -> z > 0 ? 1 : 0),
                slope("silu' = σ", new Silu(), (z, a) -> sigmoid(z)),
                slope("silu' = σ(1 - σ)", new Silu(), (z, a) -> sigmoid(z) * (1 - sigmoid(z))),
                slope("silu without σ before 1 - a", new Silu(), (z, a) -> a + (1 - a)),
                slope("gelu' = Φ", new Gelu(), (z, a) -> a / z),
                slope("gelu' = Φ + φ", new Gelu(), (z, a) -> a / z + PHI * Math.exp(-z * z / 2)),
                slope("gelu with exp(-z²)", new Gelu(), (z, a) -> a / z + z * PHI * Math.exp(-z * z)),
                slope(
                        "gelu by σ(1.702z)",
                        new Gelu(),
                        (z, a) -> sigmoid(1.702 * z) * (1 + 1.702 * z * sigmoid(-1.702 * z))));
    }

    @ParameterizedTest
    @MethodSource("right")
    void passesTheRightSlope(Activation activation, DoubleBinaryOperator slope) {
        CheckReport report = Checks.of(setup(activation), elementwise(activation, slope));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void failsAWrongSlopeAndNothingElse(Activation activation, DoubleBinaryOperator slope) {
        CheckReport report = Checks.of(setup(activation), elementwise(activation, slope));

        assertThat(Checks.failed(report)).containsExactly(Z);
    }

    static Stream<Arguments> wrongSoftmax() {
        return Stream.of(
                softmax("without the sum", dA -> new Values(dA.rows(), 1, new double[dA.rows()])),
                softmax("with an unweighted sum", Numbers::sumOfColumns),
                softmax("with the largest", dA -> Numbers.map(Numbers.sumOfColumns(dA), sum -> 0.5 * sum)));
    }

    private static Arguments softmax(String what, UnaryOperator<Values> subtracted) {
        return Arguments.argumentSet(what, subtracted);
    }

    @ParameterizedTest
    @MethodSource("wrongSoftmax")
    void failsAWrongSoftmax(UnaryOperator<Values> subtracted) {
        Planted planted = new Planted(Z, (network, tape, exact) -> {
            Values dA = exact.get(new Node(0, Kind.A));
            Values centred = Numbers.zip(dA, subtracted.apply(dA), (x, y) -> x - y);
            return Numbers.product(tape.layers().getFirst().a().values(), centred);
        });

        CheckReport report = Checks.of(setup(new Softmax()), planted);

        assertThat(Checks.failed(report)).containsExactly(Z);
    }

    @ParameterizedTest
    @MethodSource("rightSoftmax")
    void passesTheRightSoftmax(Activation activation) {
        Planted planted = new Planted(Z, (network, tape, exact) -> {
            Values a = tape.layers().getFirst().a().values();
            Values dA = exact.get(new Node(0, Kind.A));
            Values weighted = Numbers.sumOfColumns(Numbers.product(a, dA));
            return Numbers.product(a, Numbers.zip(dA, weighted, (x, y) -> x - y));
        });

        CheckReport report = Checks.of(setup(activation), planted);

        assertThat(Checks.failed(report)).isEmpty();
    }

    static Stream<Activation> rightSoftmax() {
        return Stream.of(new Softmax());
    }

    private static Setup setup(Activation activation) {
        NetworkSpec spec = new NetworkSpec(3, List.of(new DenseSpec(4, true, null, activation)), new Upstream(), 0);
        return RandomSetups.filled(spec, 6, 17);
    }

    private static Planted elementwise(Activation activation, DoubleBinaryOperator slope) {
        return new Planted(Z, (network, tape, exact) -> {
            Values z = tape.layers().getFirst().z().values();
            Values a = activation.forward(network.k(), network.k().matrix(z)).values();
            return Numbers.product(exact.get(new Node(0, Kind.A)), Numbers.zip(z, a, slope));
        });
    }
}
