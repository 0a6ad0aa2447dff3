package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.Warning.Code;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WarningsTests {

    private static final Epsilon EPSILON = new Epsilon(1e-5, Placement.INSIDE_SQRT);

    private static BatchNorm batchNorm(VarianceEstimator ofRunning) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, ofRunning);
        return new BatchNorm(EPSILON, VarianceEstimator.BIASED, running);
    }

    private static Setup setup(int examples, LayerSpec... layers) {
        return RandomSetups.filled(new NetworkSpec(2, List.of(layers), new Upstream(), 0), examples, 3);
    }

    private static List<Warning> warnings(Setup setup) {
        return Inspections.of(setup).warnings();
    }

    /** Without b, so that Z of an example of zeros is 0. */
    private static Setup withZeros(Activation activation) {
        Setup random = setup(3, new DenseSpec(4, true, null, new Tanh()), new DenseSpec(5, false, null, activation));
        Setup lone = setup(3, new DenseSpec(5, false, null, activation));
        Values x = new Values(3, 2, new double[] {0, 0, 1, 2, 0, 0});
        assertThat(warnings(random)).isEmpty();
        return new Setup(
                lone.spec(), lone.parameters(), new Batch(x, lone.batch().y()), Mode.TRAINING);
    }

    static Stream<Activation> kinked() {
        return Stream.of(new Relu(), new LeakyRelu(0.01), new Elu(2));
    }

    static Stream<Activation> smooth() {
        return Stream.of(new LeakyRelu(1), new Elu(1), new Tanh(), new Identity());
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void countArgumentsOnAKink(Activation activation) {
        List<Warning> warnings = warnings(withZeros(activation));

        assertThat(warnings).containsExactly(new Warning(Code.NOT_DIFFERENTIABLE, 0, 10));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void keepSilentWhereThereIsNoKink(Activation activation) {
        List<Warning> warnings = warnings(withZeros(activation));

        assertThat(warnings).isEmpty();
    }

    @Test
    void tellThatABatchOfOneIsNormalizedToZero() {
        DenseSpec plain = new DenseSpec(4, true, null, new Tanh());

        List<Warning> warnings =
                warnings(setup(1, plain, new DenseSpec(3, true, batchNorm(VarianceEstimator.UNBIASED), new Tanh())));

        assertThat(warnings)
                .containsExactly(new Warning(Code.SINGLE_VALUE, 1, 3), new Warning(Code.RUNNING_VARIANCE_KEPT, 1, 3));
    }

    @Test
    void tellThatTheRunningVarianceIsKeptOnlyWhereItIs() {
        List<Warning> warnings =
                warnings(setup(1, new DenseSpec(3, true, batchNorm(VarianceEstimator.BIASED), new Tanh())));

        assertThat(warnings).containsExactly(new Warning(Code.SINGLE_VALUE, 0, 3));
    }

    @Test
    void keepSilentAboutOneExampleInInferenceAndAboutTwo() {
        Setup one = setup(1, new DenseSpec(3, true, batchNorm(VarianceEstimator.UNBIASED), new Tanh()));
        Setup two = setup(2, new DenseSpec(3, true, batchNorm(VarianceEstimator.UNBIASED), new Tanh()));

        assertThat(warnings(new Setup(one.spec(), one.parameters(), one.batch(), Mode.INFERENCE)))
                .isEmpty();
        assertThat(warnings(two)).isEmpty();
    }

    @Test
    void tellThatALayerOfOneUnitIsNormalizedToZero() {
        LayerNorm norm = new LayerNorm(EPSILON, VarianceEstimator.BIASED);

        List<Warning> ofOne = warnings(setup(4, new DenseSpec(1, true, norm, new Tanh())));
        List<Warning> ofTwo = warnings(setup(4, new DenseSpec(2, true, norm, new Tanh())));
        List<Warning> ofRms = warnings(setup(4, new DenseSpec(1, true, new RmsNorm(EPSILON), new Tanh())));

        assertThat(ofOne).containsExactly(new Warning(Code.SINGLE_VALUE, 0, 4));
        assertThat(ofTwo).isEmpty();
        assertThat(ofRms).isEmpty();
    }
}
