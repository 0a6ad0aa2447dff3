package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.inspection.Descent.Curve;
import dev.gradlens.inspection.Descent.Verdict;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescentTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static Descent descent(Setup setup) {
        return Inspections.of(setup, Extra.DESCENT).descent().orElseThrow();
    }

    private static Curve curve(Setup setup, BackwardRule rule) {
        return descent(setup).curves().get(rule);
    }

    /** Z = w·x with squared error against 0, whose gradient is 2w at x = 1: J is w²(1 − 2t)². */
    private static Setup parabola(double w) {
        NetworkSpec spec =
                new NetworkSpec(1, List.of(new DenseSpec(1, false, null, new Identity())), new MeanSquaredError(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(Values.row(w), null, null, null, null, null);
        return new Setup(spec, List.of(parameters), new Batch(Values.row(1), Values.row(0)), Mode.TRAINING);
    }

    /**
     * Z is the first of two orthogonal features, and U the second: so the gradients of gamma and beta are 0, no path but the
     * direct one is there, and gamma = −1 turns its sign, which is lost where the normalization is skipped.
     */
    private static Setup ascending() {
        NetworkSpec spec = new NetworkSpec(
                2, List.of(new DenseSpec(1, false, Normalizations.batchNorm(), new Identity())), new Upstream(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                Values.row(1, 0), null, Values.row(-1), Values.row(0), Values.row(0), Values.row(1));
        Values x = new Values(4, 2, new double[] {1, 1, 1, -1, -1, 1, -1, -1});
        Values u = new Values(4, 1, new double[] {1, -1, 1, -1});
        return new Setup(spec, List.of(parameters), new Batch(x, u), Mode.TRAINING);
    }

    @Test
    void followsJAlongTheGradient() {
        Descent descent = descent(parabola(3));

        Curve exact = descent.curves().get(BackwardRule.EXACT);
        assertThat(descent.steps()).startsWith(0, 0.001).isSorted();
        for (int i = 0; i < descent.steps().length; i++) {
            double t = descent.steps()[i];
            assertThat(exact.costs()[i]).isCloseTo(9 * (1 - 2 * t) * (1 - 2 * t), ROUNDING);
            assertThat(exact.linear()[i]).isCloseTo(9 - 36 * t, ROUNDING);
        }
        assertThat(exact.slope()).isEqualTo(-36);
        assertThat(exact.verdict()).contains(Verdict.DESCENDS);
    }

    @Test
    void ascendsByAGradientThatPointsTheWrongWay() {
        Descent descent = descent(ascending());

        Curve exact = descent.curves().get(BackwardRule.EXACT);
        Curve skipped = descent.curves().get(BackwardRule.SKIP_NORMALIZATION);
        assertThat(exact.verdict()).contains(Verdict.DESCENDS);
        assertThat(exact.costs()).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(skipped.verdict()).contains(Verdict.ASCENDS);
        assertThat(skipped.slope()).isCloseTo(16 / Math.sqrt(1.1), ROUNDING);
        assertThat(skipped.costs()).isSorted();
        assertThat(skipped.costs()[1]).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void standsStillWhereTheGradientIsZero(BackwardRule rule) {
        Curve curve = curve(parabola(0), rule);

        assertThat(curve.verdict()).contains(Verdict.STATIONARY);
        assertThat(curve.costs()).containsOnly(0);
    }

    /** Two such units whose directions cancel: 0.3²·γ is −1 but for rounding. */
    @Test
    void standsStillWhereTheDirectionsAreOrthogonalButForRounding() {
        NetworkSpec spec = new NetworkSpec(
                2, List.of(new DenseSpec(2, false, Normalizations.batchNorm(), new Identity())), new Upstream(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                new Values(2, 2, new double[] {1, 0, 1, 0}),
                null,
                Values.row(1, -1 / 0.09),
                Values.row(0, 0),
                Values.row(0, 0),
                Values.row(1, 1));
        Values u = new Values(4, 2, new double[] {1, 0.3, -1, -0.3, 1, 0.3, -1, -0.3});
        Batch batch = new Batch(ascending().batch().x(), u);

        Curve skipped =
                curve(new Setup(spec, List.of(parameters), batch, Mode.TRAINING), BackwardRule.SKIP_NORMALIZATION);

        assertThat(skipped.slope()).isNotZero().isCloseTo(0, ROUNDING);
        assertThat(skipped.verdict()).contains(Verdict.STATIONARY);
    }

    @Test
    void startsFromJInEveryMode() {
        for (long seed = 0; seed < 100; seed++) {
            InspectionResult result = Inspections.of(RandomSetups.of(Family.SMOOTH, seed), Extra.DESCENT);

            assertThat(result.descent().orElseThrow().curves().values())
                    .allSatisfy(curve -> assertThat(curve.costs()[0]).isEqualTo(result.cost()));
        }
    }

    @Test
    void hasNoVerdictWhereTheSlopeIsNotANumber() {
        BatchNorm norm = new BatchNorm(
                new Epsilon(0, Placement.INSIDE_SQRT),
                VarianceEstimator.BIASED,
                Normalizations.batchNorm().running());
        Setup random = RandomSetups.normalizing(norm, 3, 2, 1);
        Batch constant = new Batch(
                Values.filled(3, random.spec().inputs(), 0.1), random.batch().y());

        Descent descent = descent(new Setup(random.spec(), random.parameters(), constant, Mode.TRAINING));

        assertThat(descent.curves().get(BackwardRule.EXACT).slope()).isNaN();
        assertThat(descent.curves().values())
                .allSatisfy(curve -> assertThat(curve.verdict()).isEmpty());
    }

    @Test
    void predictsWhatASmallStepDoes() {
        for (long seed = 0; seed < 100; seed++) {
            Descent descent = descent(RandomSetups.of(Family.SMOOTH, seed));

            descent.curves().forEach((rule, curve) -> {
                double linear = curve.linear()[1] - curve.costs()[0];
                double bend = Math.abs(curve.costs()[1] - curve.linear()[1]);
                assertThat(curve.verdict()).isPresent();
                assertThat(linear)
                        .isCloseTo(0.001 * curve.slope(), Offset.offset(1e-9 * (1 + Math.abs(curve.costs()[0]))));
                assertThat(bend)
                        .isLessThanOrEqualTo(Math.abs(curve.costs()[2] - curve.linear()[2])
                                + 1e-9 * (1 + Math.abs(curve.costs()[0])));
            });
        }
    }

    @Test
    void alwaysDescendsByTheExactGradient() {
        for (long seed = 0; seed < 100; seed++) {
            Curve exact = curve(RandomSetups.of(Family.SMOOTH, seed), BackwardRule.EXACT);

            assertThat(exact.slope()).isNotPositive();
            assertThat(exact.verdict().orElseThrow()).isNotEqualTo(Verdict.ASCENDS);
        }
    }

    @Test
    void beginsAtJAndJudgesNothingWhereJIsInfinite() {
        Curve exact = curve(parabola(1e200), BackwardRule.EXACT);

        assertThat(exact.costs()[0]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(exact.linear()[0]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(exact.verdict()).isEmpty();
    }
}
