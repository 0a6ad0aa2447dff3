package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sum over thousands of examples with few distinct values, whose partial sums are all rounded the same way. */
class LongSumCheckTests {
    private static final Node BIAS = new Node(0, Node.Kind.B);

    private static Setup fewValues(int examples) {
        BatchNorm norm = new BatchNorm(
                new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT),
                VarianceEstimator.BIASED,
                new RunningAverage(0.9, RunningAverage.Convention.KEEP_OLD, VarianceEstimator.UNBIASED));
        NetworkSpec spec = new NetworkSpec(
                1, List.of(new DenseSpec(1, true, norm, new Identity())), new HalfMeanSquaredError(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                Values.row(1), Values.row(0.1), Values.row(1), Values.row(0), Values.row(0), Values.row(1));
        Batch batch = new Batch(column(examples, 7), column(examples, 3));
        return new Setup(spec, List.of(parameters), batch, Mode.TRAINING);
    }

    /** 0, 1, … and from 0 again. */
    private static Values column(int examples, int distinct) {
        double[] entries = new double[examples];
        Arrays.setAll(entries, i -> i % distinct);
        return new Values(examples, 1, entries);
    }

    private static CheckReport check(Setup setup, BackwardRule rule) {
        GradientCheck check = new GradientCheck(
                Method.of(Oracle.COMPLEX_STEP), Targets.PARAMETERS, Checks.TOLERANCE, Sampling.everything(), Set.of());
        return check.run(Checks.subject(setup, Checks.by(rule), Checks.REFERENCE), node -> 1, Checks.REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 20_000, 30_000, 40_000})
    void doesNotBlameARightGradientForItsRounding(int examples) {
        CheckReport report = check(fewValues(examples), BackwardRule.EXACT);

        assertThat(report.verdict()).isNotEqualTo(Verdict.FAIL);
        assertThat(Checks.tensor(report, BIAS).reason()).hasValue(Reason.BOTH_ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 30_000})
    void stillBlamesAWrongOne(int examples) {
        CheckReport report = check(fewValues(examples), BackwardRule.SKIP_NORMALIZATION);

        assertThat(Checks.failed(report)).contains(BIAS);
    }
}
