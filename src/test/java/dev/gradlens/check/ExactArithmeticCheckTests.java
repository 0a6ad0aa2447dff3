package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is computed without rounding must not be doubted. */
class ExactArithmeticCheckTests {

    private static BatchNorm batchNorm(Placement placement) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(1e-5, placement), VarianceEstimator.BIASED, running);
    }

    private static Setup behind(Normalization normalization, int units, int examples) {
        LayerSpec layer = new DenseSpec(units, true, normalization, new Tanh());
        LayerSpec last = new DenseSpec(2, true, null, new Tanh());
        NetworkSpec spec = new NetworkSpec(3, List.of(layer, last), new MeanSquaredError(), 0.1);
        return RandomSetups.filled(spec, examples, 5);
    }

    private static Setup with(Setup setup, Values x, Values y) {
        return new Setup(setup.spec(), setup.parameters(), new Batch(x, y), Mode.TRAINING);
    }

    @ParameterizedTest
    @EnumSource
    void passesABatchOfOne(Placement placement) {
        Setup setup = behind(batchNorm(placement), 4, 1);

        CheckReport report = Checks.exact(setup);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Checks.tensor(report, new Node(0, Kind.SIGMA2)).reason()).contains(Reason.BOTH_ZERO);
        assertThat(Checks.tensor(report, new Node(0, Kind.Z)).reason()).contains(Reason.BOTH_ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void passesALayerOfOneUnit(Placement placement) {
        Setup setup = behind(new LayerNorm(new Epsilon(1e-5, placement), VarianceEstimator.BIASED), 1, 5);

        CheckReport report = Checks.exact(setup);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Checks.tensor(report, new Node(0, Kind.SIGMA2)).reason()).contains(Reason.BOTH_ZERO);
    }

    @ParameterizedTest
    @EnumSource
    void passesConstantFeatures(Placement placement) {
        Setup random = behind(batchNorm(placement), 4, 5);
        Setup setup = with(random, Values.filled(5, 3, 0.1), random.batch().y());

        CheckReport report = Checks.exact(setup);

        assertThat(Checks.tensor(report, new Node(0, Kind.SIGMA2)).reason()).contains(Reason.BOTH_ZERO);
        assertThat(report.tensors())
                .allSatisfy(tensor ->
                        assertThat(tensor.verdict()).as(tensor.toString()).isNotEqualTo(Verdict.FAIL));
    }

    @Test
    void callsAGradientThatIsZeroEverywhereBothZero() {
        NetworkSpec spec = new NetworkSpec(3, List.of(new DenseSpec(2, true, null, new Tanh())), new Upstream(), 0);
        Setup random = RandomSetups.filled(spec, 4, 5);
        Setup setup = with(random, random.batch().x(), new Values(4, 2, new double[8]));

        CheckReport report = Checks.exact(setup);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.tensors())
                .allSatisfy(tensor -> assertThat(tensor.reason()).contains(Reason.BOTH_ZERO));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 7, 9})
    void doesNotFailAnExactZeroThatTheOracleRounds(int examples) {
        NetworkSpec spec = new NetworkSpec(
                3, List.of(new DenseSpec(4, true, batchNorm(Placement.OUTSIDE_SQRT), new Tanh())), new Upstream(), 0);
        Setup random = RandomSetups.filled(spec, examples, 5);
        Setup setup = with(random, Values.filled(examples, 3, 0.1), Values.filled(examples, 4, 0.7));

        CheckReport report = Checks.exact(setup);

        assertThat(Checks.failed(report)).isEmpty();
    }

    @Test
    void passesTwoClassesWhoseUnitsAreBothDead() {
        LayerSpec dead = new DenseSpec(2, true, null, new Relu());
        NetworkSpec spec = new NetworkSpec(1, List.of(dead), new SoftmaxCrossEntropy(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                new Values(2, 1, new double[] {1.3, 0.7}), Values.row(-0.1, -0.2), null, null, null, null);
        Batch batch =
                new Batch(new Values(2, 1, new double[] {-0.3, -1.7}), new Values(2, 2, new double[] {1, 0, 0, 1}));

        CheckReport report = Checks.exact(new Setup(spec, List.of(parameters), batch, Mode.TRAINING));

        assertThat(Checks.tensor(report, new Node(0, Kind.A)).verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {300, 600, 700})
    void passesTheLossOfASaturatedSigmoid(double z) {
        LayerSpec layer = new DenseSpec(1, true, null, new Sigmoid());
        Setup random = RandomSetups.filled(new NetworkSpec(1, List.of(layer), new BinaryCrossEntropy(), 0), 2, 3);
        double w = random.parameters().getFirst().w().at(0, 0);
        Setup setup =
                with(random, new Values(2, 1, new double[] {z / w, -z / w}), new Values(2, 1, new double[] {1, 0}));

        CheckReport report = Checks.exact(setup);

        assertThat(Checks.tensor(report, new Node(0, Kind.A)).verdict()).isEqualTo(Verdict.PASS);
    }
}
