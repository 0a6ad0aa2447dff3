package dev.gradlens.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Jacobian;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JacobianLawsTests {

    private static final int SEEDS = 12;
    /** Of central differences: the cube root of the unit round-off, and what they then err by at entries of some tens. */
    private static final double STEP = 6e-6;

    private static final double ERROR = 1e-8;
    private static final double ROUNDING = 1e-12;

    static Stream<Normalization> normalizations() {
        return Normalizations.all();
    }

    /** A normalization by itself, so that Z is X. */
    private static Setup lone(Normalization normalization, Mode mode, long seed) {
        int examples = 2 + (int) seed % 4;
        int units = 2 + (int) seed % 3;
        NormalizeSpec layer = new NormalizeSpec(normalization, new Identity());
        Setup setup = RandomSetups.filled(new NetworkSpec(units, List.of(layer), new Upstream(), 0), examples, seed);
        return new Setup(setup.spec(), setup.parameters(), setup.batch(), mode);
    }

    private static JacobianResult jacobian(Setup setup, BackwardRule rule, GradientScale scale) {
        return Inspections.of(setup, rule, scale, Extra.JACOBIAN)
                .layers()
                .getFirst()
                .jacobian()
                .orElseThrow();
    }

    private static JacobianResult jacobian(Setup setup) {
        return jacobian(setup, BackwardRule.EXACT, GradientScale.COST);
    }

    /** Ztilda where an entry of Z has been moved. */
    private static Values zTilda(Setup setup, int row, int column, double step) {
        double[] z = setup.batch().x().rowMajor().clone();
        z[row * setup.spec().inputs() + column] += step;
        Values x = new Values(setup.batch().examples(), setup.spec().inputs(), z);
        Setup moved = new Setup(
                setup.spec(), setup.parameters(), new Batch(x, setup.batch().y()), setup.mode());
        return Inspections.of(moved).layers().getFirst().zTilda();
    }

    private static void assertIsTheDerivative(Setup setup, boolean overBatch) {
        Jacobian jacobian = jacobian(setup).jacobian();
        for (int f = 0; f < jacobian.groups(); f++) {
            for (int i = 0; i < jacobian.size(); i++) {
                int row = overBatch ? i : f;
                int column = overBatch ? f : i;
                Values above = zTilda(setup, row, column, STEP);
                Values below = zTilda(setup, row, column, -STEP);
                for (int j = 0; j < jacobian.size(); j++) {
                    double change = overBatch ? above.at(j, f) - below.at(j, f) : above.at(f, j) - below.at(f, j);
                    assertThat(jacobian.at(f, j, i)).isCloseTo(change / (2 * STEP), within(ERROR));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void isTheDerivativeOfForward(Normalization normalization) {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertIsTheDerivative(lone(normalization, Mode.TRAINING, seed), normalization instanceof BatchNorm);
        }
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void isTheDerivativeOfForwardInInference(Normalization normalization) {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertIsTheDerivative(lone(normalization, Mode.INFERENCE, seed), normalization instanceof BatchNorm);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMOOTH", "KINKED"})
    void leadsFromDZtildaToDZInAnyNetwork(Family family) {
        for (long seed = 0; seed < 200; seed++) {
            InspectionResult result = Inspections.of(RandomSetups.of(family, seed), Extra.JACOBIAN);

            assertThat(result.layers())
                    .as("seed " + seed)
                    .allSatisfy(
                            layer -> assertThat(layer.jacobian().isPresent()).isEqualTo(layer.zTilda() != null))
                    .allSatisfy(layer -> layer.jacobian()
                            .ifPresent(found -> assertThat(found.residual())
                                    .isLessThanOrEqualTo(ROUNDING * largest(found.jacobian()))));
        }
    }

    /** dZtilda is moderate, so that a product is about as large as what it is made of. */
    private static double largest(Jacobian jacobian) {
        double largest = 1;
        for (double entry : jacobian.entries()) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    @ParameterizedTest
    @MethodSource("normalizations")
    void isTheSameUnderEveryBackwardAndTellsTheWrongOnes(Normalization normalization) {
        Setup setup = lone(normalization, Mode.TRAINING, 3);
        JacobianResult exact = jacobian(setup);

        for (BackwardRule rule : List.of(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION)) {
            JacobianResult wrong = jacobian(setup, rule, GradientScale.COST);

            assertThat(wrong.jacobian().entries())
                    .containsExactly(exact.jacobian().entries());
            assertThat(wrong.residual()).isGreaterThan(1e-3);
        }
        assertThat(exact.residual()).isLessThan(1e-13);
    }

    @Test
    void hasItsResidualAtTheScaleOfTheGradients() {
        DenseSpec layer = new DenseSpec(3, true, Normalizations.batchNorm(), new Identity());
        Setup setup = RandomSetups.filled(new NetworkSpec(2, List.of(layer), new MeanSquaredError(), 0), 4, 9);

        JacobianResult ofJ = jacobian(setup, BackwardRule.SKIP_NORMALIZATION, GradientScale.COST);
        JacobianResult ofMTimesJ = jacobian(setup, BackwardRule.SKIP_NORMALIZATION, GradientScale.MEAN_IN_PARAMETERS);

        assertThat(ofMTimesJ.residual()).isCloseTo(4 * ofJ.residual(), within(1e-12));
        assertThat(ofMTimesJ.jacobian().entries())
                .containsExactly(ofJ.jacobian().entries());
    }

    @Test
    void isAbsentWhereNobodyAsked() {
        assertThat(Inspections.of(lone(Normalizations.batchNorm(), Mode.TRAINING, 1), Extra.LAWS)
                        .layers()
                        .getFirst()
                        .jacobian())
                .isEmpty();
    }
}
