package dev.gradlens.network.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every number here was found by hand. */
class JacobianTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final RunningAverage RUNNING =
            new RunningAverage(0.75, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
    /** The second feature is constant. */
    private static final Values Z = new Values(2, 2, new double[] {1, 0, 5, 0});

    private static Normalization batch(double epsilon, Placement placement, VarianceEstimator estimator) {
        return new BatchNorm(new Epsilon(epsilon, placement), estimator, RUNNING);
    }

    /** With running mean 0 and running variance 4. */
    private static Jacobian jacobian(Normalization normalization, Mode mode, Values z, Values gamma) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            Values zeros = Values.filled(1, z.columns(), 0);
            RunningStatistics running =
                    new RunningStatistics(k.matrix(zeros), k.matrix(Values.filled(1, z.columns(), 4)));
            NormalizationParameters parameters = new NormalizationParameters(k.matrix(gamma), k.matrix(zeros), running);
            NormalizationTape tape = normalization.forward(k, k.matrix(z), parameters, mode);
            return Jacobian.of(normalization, tape, parameters.gamma());
        }
    }

    private static void assertEntries(Jacobian jacobian, double... expected) {
        assertThat(jacobian.entries()).containsExactly(expected, ROUNDING);
    }

    @Test
    void hasAMatrixForEachUnitOverTheBatch() {
        Jacobian jacobian =
                jacobian(batch(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED), Mode.TRAINING, Z, Values.row(3, 2));

        assertThat(jacobian.groups()).isEqualTo(2);
        assertThat(jacobian.size()).isEqualTo(2);
        double half = 1 / Math.sqrt(5);
        assertEntries(jacobian, 5.0 / 18, -5.0 / 18, -5.0 / 18, 5.0 / 18, half, -half, -half, half);
    }

    @Test
    void hasNoPathThroughTheVarianceOfAConstantFeatureWithEpsilonOutsideOfTheRoot() {
        Jacobian jacobian = jacobian(
                batch(2, Placement.OUTSIDE_SQRT, VarianceEstimator.BIASED), Mode.TRAINING, Z, Values.row(8, 8));

        assertEntries(jacobian, 0.5, -0.5, -0.5, 0.5, 2, -2, -2, 2);
    }

    @Test
    void dividesByOneLessWhereTheVarianceIsUnbiased() {
        Jacobian jacobian = jacobian(
                batch(1, Placement.INSIDE_SQRT, VarianceEstimator.UNBIASED), Mode.TRAINING, Z, Values.row(27, 0));

        assertEntries(jacobian, 0.5, -0.5, -0.5, 0.5, 0, 0, 0, 0);
    }

    @Test
    void isDiagonalInInference() {
        Jacobian jacobian = jacobian(
                batch(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED), Mode.INFERENCE, Z, Values.row(3, -6));

        assertEntries(jacobian, 1, 0, 0, 1, -2, 0, 0, -2);
    }

    @Test
    void hasAMatrixForEachExampleOverItsUnitsWithARowForEachGamma() {
        Jacobian jacobian = jacobian(
                new LayerNorm(new Epsilon(5, Placement.INSIDE_SQRT), VarianceEstimator.BIASED),
                Mode.TRAINING,
                Values.row(1, 5),
                Values.row(18, -36));

        assertThat(jacobian.groups()).isEqualTo(1);
        assertEntries(jacobian, 5.0 / 3, -5.0 / 3, 10.0 / 3, -10.0 / 3);
        assertThat(jacobian.at(0, 1, 0)).isEqualTo(10.0 / 3, ROUNDING);
    }

    @Test
    void hasNoPathThroughAMeanInRms() {
        Jacobian jacobian = jacobian(
                new RmsNorm(new Epsilon(12.5, Placement.INSIDE_SQRT)),
                Mode.TRAINING,
                Values.row(3, 4),
                Values.row(1, 1));

        assertEntries(jacobian, 0.164, -0.048, -0.048, 0.136);
    }

    @Test
    void isZeroOverABatchOfOne() {
        Jacobian jacobian = jacobian(
                batch(4, Placement.INSIDE_SQRT, VarianceEstimator.BIASED),
                Mode.TRAINING,
                Values.row(7, -1),
                Values.row(1, 1));

        assertEntries(jacobian, 0, 0);
    }

    @Test
    void isMultipliedByItsColumns() {
        Jacobian units = new Jacobian(Axis.COLUMNS, 1, 2, new double[] {1, 2, 3, 4});
        Jacobian batch = new Jacobian(Axis.ROWS, 1, 2, new double[] {1, 2, 3, 4});

        assertThat(units.transposedTimes(Values.row(1, 10)).rowMajor()).containsExactly(31, 42);
        assertThat(batch.transposedTimes(new Values(2, 1, new double[] {1, 10})).rowMajor())
                .containsExactly(31, 42);
    }
}
