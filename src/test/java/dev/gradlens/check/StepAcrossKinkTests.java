package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A = relu(x) of three examples, the second of which lies beside the kink. */
class StepAcrossKinkTests {

    private static final Node Z = new Node(0, Kind.Z);
    private static final Method STEP = new Method(Oracle.CENTRAL_DIFFERENCE, OptionalDouble.of(1e-4));

    private static Setup setup(double besideKink) {
        NetworkSpec spec = new NetworkSpec(1, List.of(new DenseSpec(1, false, null, new Relu())), new Upstream(), 0);
        LayerParameters<Values> one = new LayerParameters<>(Values.row(1), null, null, null, null, null);
        Batch batch =
                new Batch(new Values(3, 1, new double[] {1, besideKink, -1}), new Values(3, 1, new double[] {1, 2, 3}));
        return new Setup(spec, List.of(one), batch, Mode.TRAINING);
    }

    private static TensorReport dZ(Method method, double besideKink) {
        CheckReport report = Checks.of(
                method, setup(besideKink), Checks.by(BackwardRule.EXACT), Sampling.everything(), Checks.REFERENCE);
        return Checks.tensor(report, Z);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3e-5, -3e-5, 9.9e-5, -1e-9})
    void concludesNothingWhereAnActivationChangesSideWithinTheStep(double besideKink) {
        TensorReport dZ = dZ(STEP, besideKink);

        assertThat(dZ.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(dZ.reason()).contains(Reason.KINK);
        assertThat(dZ.inconclusive()).containsEntry(Reason.KINK, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.1e-4, -2.1e-4})
    void decidesWhereItDoesNot(double besideKink) {
        TensorReport dZ = dZ(STEP, besideKink);

        assertThat(dZ.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void saysThatTheDerivativeDoesNotExistOnTheKinkItself() {
        TensorReport dZ = dZ(STEP, 0);

        assertThat(dZ.inconclusive()).containsEntry(Reason.NOT_DIFFERENTIABLE, 1);
    }

    @Test
    void isSteppedBackFromByRidders() {
        TensorReport dZ = dZ(Method.of(Oracle.RIDDERS), 0.01);

        assertThat(dZ.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void isNamedByRiddersWhereItIsTooClose() {
        TensorReport dZ = dZ(Method.of(Oracle.RIDDERS), 1e-9);

        assertThat(dZ.reason()).contains(Reason.KINK);
    }
}
