package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.Extra;
import dev.gradlens.inspection.Resources;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What extras add to an estimate: seven examples, three inputs, five units in batch, rms and no normalization. */
class InspectionWorkTests {

    private static final int EXAMPLES = 7;
    private static final Epsilon EPSILON = new Epsilon(0.1, Placement.INSIDE_SQRT);
    private static final RunningAverage RUNNING =
            new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.BIASED);

    private static Work work(Extra... extras) {
        NetworkSpec spec = new NetworkSpec(
                3,
                List.of(
                        new DenseSpec(
                                5, true, new BatchNorm(EPSILON, VarianceEstimator.BIASED, RUNNING), new Identity()),
                        new NormalizeSpec(new RmsNorm(EPSILON), new Identity()),
                        new DenseSpec(5, true, null, new Identity())),
                new MeanSquaredError(),
                0);
        return InspectionWork.of(new Outline(
                spec,
                EXAMPLES,
                Precision.FLOAT64,
                BackwardRule.EXACT,
                Optional.empty(),
                Set.of(extras),
                TensorChoice.ALL));
    }

    @Test
    void countsASquareForEachUnitOfABatchAndForEachExampleOtherwise() {
        long entries = 5 * 7 * 7 + 7 * 5 * 5;

        Work bare = work();
        Work jacobians = work(Extra.JACOBIAN);

        assertThat(jacobians.answerNumbers() - bare.answerNumbers()).isEqualTo(entries);
        assertThat(jacobians.bytes() - bare.bytes()).isEqualTo(8 * entries);
        assertThat(jacobians.operations() - bare.operations()).isGreaterThanOrEqualTo(3 * entries);
    }

    @Test
    void countsTheParametersThatAreMade() {
        long weights = 5 * 3 + 5 * 5;

        Work bare = work();
        Work made = work(Extra.PARAMETERS);

        assertThat(made.answerNumbers() - bare.answerNumbers()).isGreaterThanOrEqualTo(weights + 3 * 5);
        assertThat(made.operations() - bare.operations()).isGreaterThanOrEqualTo(50 * weights);
    }

    @Test
    void countsEveryPassThatIsMeasuredButTheMemoryOfOne() {
        Work bare = work();
        Work measured = work(Extra.RESOURCES);

        assertThat(measured.operations()).isEqualTo((1 + Resources.PASSES) * bare.operations());
        assertThat(measured.bytes()).isEqualTo(2 * bare.bytes());
    }
}
