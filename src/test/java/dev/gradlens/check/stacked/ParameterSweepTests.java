package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.check.oracle.CheckProgress;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParameterSweepTests {

    /** Of several stacks for each unit, the last of which is not full. */
    private static final Setup LARGE = RandomSetups.filled(
            new NetworkSpec(
                    701,
                    List.of(
                            new DenseSpec(
                                    9,
                                    true,
                                    new BatchNorm(
                                            new Epsilon(1e-5, Placement.INSIDE_SQRT),
                                            VarianceEstimator.BIASED,
                                            new RunningAverage(0.1, Convention.KEEP_OLD, VarianceEstimator.UNBIASED)),
                                    new Tanh()),
                            new DenseSpec(3, true, null, new Identity())),
                    new SoftmaxCrossEntropy(),
                    0.01),
            17,
            5);

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    private static Map<Node, Values> gradients(Setup setup) {
        try (Kernels kernels = new ReferenceKernelsProvider().open()) {
            Network network = setup.on(kernels);
            return Gradients.byNode(network.backward(setup.forward(network), BackwardRule.EXACT));
        }
    }

    private static void assertClose(Setup setup, Map<Node, Values> swept, double tolerance) {
        Map<Node, Values> gradients = gradients(setup);
        assertThat(swept.keySet()).containsExactlyElementsOf(OneByOne.parameters(setup));
        swept.forEach((node, values) -> assertThat(values.rowMajor())
                .as(node.toString())
                .containsExactly(gradients.get(node).rowMajor(), within(tolerance)));
    }

    @Test
    void findsEveryDerivativeByComplexSteps() {
        Map<Node, Values> swept = new ParameterSweep(LARGE).byComplexStep(CheckProgress.NONE);

        assertClose(LARGE, swept, 1e-14);
    }

    @Test
    void findsEveryDerivativeByCentralDifferences() {
        Map<Node, Values> swept =
                new ParameterSweep(LARGE).byCentralDifference(StepSize.absolute(1e-6), CheckProgress.NONE);

        assertClose(LARGE, swept, 1e-9);
    }

    @Test
    void findsThemWhateverLayersThereAre() {
        for (long seed = 0; seed < 30; seed++) {
            Setup setup = RandomSetups.of(Family.SMOOTH, seed);

            assertClose(setup, new ParameterSweep(setup).byComplexStep(CheckProgress.NONE), 1e-11);
        }
    }

    @Test
    void tellsHowFarItHasComeAndNeverGoesBack() {
        List<Double> told = new ArrayList<>();

        new ParameterSweep(LARGE).byComplexStep(told::add);

        assertThat(told).hasSizeGreaterThan(2).isSorted().endsWith(1.0);
    }

    @Test
    void endsBetweenTwoStacksWhereItsThreadIsInterrupted() {
        ParameterSweep sweep = new ParameterSweep(LARGE);
        List<Double> told = new ArrayList<>();
        CheckProgress interrupting = fraction -> {
            told.add(fraction);
            Thread.currentThread().interrupt();
        };

        assertThatThrownBy(() -> sweep.byCentralDifference(StepSize.absolute(1e-6), interrupting))
                .isInstanceOf(CancellationException.class);

        assertThat(told).hasSize(1);
    }
}
