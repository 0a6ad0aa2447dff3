package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Numbers;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedLossTests {

    private static final int EXAMPLES = 3;
    private static final Node A = new Node(0, Kind.A);
    private static final Node Z = new Node(0, Kind.Z);

    static Stream<Loss> all() {
        return Stream.of(
                new CrossEntropy(),
                new SoftmaxCrossEntropy(),
                new BinaryCrossEntropy(),
                new SigmoidBinaryCrossEntropy(),
                new MeanSquaredError(),
                new HalfMeanSquaredError(),
                new Upstream());
    }

    private static Setup setup(Loss loss) {
        Activation activation = loss.requiredActivation().orElse(new Identity());
        NetworkSpec spec = new NetworkSpec(3, List.of(new DenseSpec(4, true, null, activation)), loss, 0);
        return RandomSetups.filled(spec, EXAMPLES, 29);
    }

    private static Setup withSoftTargets(Loss loss) {
        Setup hard = setup(loss);
        Values y = new Values(EXAMPLES, 4, new double[] {0.1, 0.2, 0.3, 0.1, 0.5, 0, 0.9, 0.2, 1, 0.3, 0, 0.4});
        return new Setup(hard.spec(), hard.parameters(), new Batch(hard.batch().x(), y), hard.mode());
    }

    @ParameterizedTest
    @MethodSource("all")
    void passesTheRightGradient(Loss loss) {
        CheckReport report = Checks.exact(setup(loss));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsAFactorInEitherGradient(Loss loss) {
        for (double factor : new double[] {EXAMPLES, 1.0 / EXAMPLES, 2, 0.5, -1, 0}) {
            CheckReport atOutput = Checks.of(
                    setup(loss),
                    new Planted(A, (network, tape, exact) -> exact.get(A).times(factor)));
            CheckReport atArgument = Checks.of(
                    setup(loss),
                    new Planted(Z, (network, tape, exact) -> exact.get(Z).times(factor)));

            assertThat(Checks.failed(atOutput)).containsExactly(A);
            assertThat(Checks.failed(atArgument)).containsExactly(Z);
        }
    }

    @Test
    void failsTheGradientOfLogitsTakenForThatOfProbabilities() {
        for (Loss loss : List.of(new CrossEntropy(), new BinaryCrossEntropy())) {
            CheckReport report = Checks.of(setup(loss), new Planted(A, (network, tape, exact) -> exact.get(Z)));

            assertThat(Checks.failed(report)).containsExactly(A);
        }
    }

    @Test
    void failsTheSlopeOfTheSigmoidTakenTwice() {
        CheckReport report = Checks.of(
                setup(new BinaryCrossEntropy()),
                new Planted(
                        Z,
                        (network, tape, exact) -> new Sigmoid()
                                .backward(
                                        network.k(),
                                        tape.layers().getFirst().z(),
                                        tape.layers().getFirst().a(),
                                        network.k().matrix(exact.get(Z)))
                                .values()));

        assertThat(Checks.failed(report)).containsExactly(Z);
    }

    @Test
    void failsASoftmaxThatForgetsThatSoftTargetsNeedNotSumToOne() {
        Setup setup = withSoftTargets(new CrossEntropy());

        CheckReport report = Checks.of(setup, new Planted(Z, (network, tape, exact) -> {
            Values a = tape.layers().getFirst().a().values();
            return Numbers.zip(a, tape.y().values(), (p, y) -> (p - y) / EXAMPLES);
        }));

        assertThat(Checks.failed(report)).containsExactly(Z);
    }

    @Test
    void passesTheSoftmaxThatWeighsByTheSumOfTheTargets() {
        Setup setup = withSoftTargets(new CrossEntropy());

        CheckReport report = Checks.of(setup, new Planted(Z, (network, tape, exact) -> {
            Values a = tape.layers().getFirst().a().values();
            Values y = tape.y().values();
            Values weighted = Numbers.zip(a, Numbers.sumOfColumns(y), (p, sum) -> p * sum);
            return Numbers.zip(weighted, y, (p, target) -> (p - target) / EXAMPLES);
        }));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }
}
