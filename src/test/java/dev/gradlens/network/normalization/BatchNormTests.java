package dev.gradlens.network.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number here was found by hand. The third feature is constant. */
class BatchNormTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final Values Z = new Values(2, 3, new double[] {1, -2, 0, 5, 2, 0});
    private static final Values GAMMA = Values.row(3, -6, 1);
    private static final Values BETA = Values.row(1, 0, 2);
    private static final Values D_Z_TILDA = new Values(2, 3, new double[] {1, 0, 2, 3, 1, -2});
    private static final RunningAverage RUNNING =
            new RunningAverage(0.75, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);

    private static BatchNorm batchNorm(double epsilon, Placement placement, VarianceEstimator estimator) {
        return new BatchNorm(new Epsilon(epsilon, placement), estimator, RUNNING);
    }

    private static void assertEntries(Values actual, double... expected) {
        assertThat(actual.rowMajor()).containsExactly(expected, ROUNDING);
    }

    @Test
    void normalizesWithEpsilonInsideOfTheRoot() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertEntries(normalized.mu(), 3, 0, 0);
        assertEntries(normalized.sigma2(), 4, 4, 0);
        assertEntries(normalized.zNorm(), -2.0 / 3, -2.0 / 3, 0, 2.0 / 3, 2.0 / 3, 0);
        assertEntries(normalized.zTilda(), -1, 4, 2, 3, -4, 2);
    }

    @Test
    void differentiatesWithEpsilonInsideOfTheRoot() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertEntries(normalized.dGamma(), 4.0 / 3, 2.0 / 3, 0);
        assertEntries(normalized.dBeta(), 4, 1, 0);
        assertEntries(normalized.dSigma2(), -2.0 / 9, 2.0 / 9, 0);
        assertEntries(normalized.dMu(), -4, 2, 0);
        double third = 2 / Math.sqrt(5);
        assertEntries(normalized.dZ(), -5.0 / 9, 5.0 / 9, third, 5.0 / 9, -5.0 / 9, -third);
    }

    @Test
    void differentiatesWithEpsilonOutsideOfTheRoot() {
        BatchNorm norm = batchNorm(2, Placement.OUTSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertEntries(normalized.zNorm(), -0.5, -0.5, 0, 0.5, 0.5, 0);
        assertEntries(normalized.dSigma2(), -0.1875, 0.1875, 0);
        assertEntries(normalized.dMu(), -3, 1.5, 0);
        assertEntries(normalized.dZ(), -0.375, 0.375, 1, 0.375, -0.375, -1);
    }

    @Test
    void differentiatesTheUnbiasedVariance() {
        BatchNorm norm = batchNorm(1, Placement.INSIDE_SQRT, VarianceEstimator.UNBIASED);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertEntries(normalized.sigma2(), 8, 8, 0);
        assertEntries(normalized.dSigma2(), -2.0 / 9, 2.0 / 9, 0);
        assertEntries(normalized.dZ(), -1.0 / 9, 1.0 / 9, 2, 1.0 / 9, -1.0 / 9, -2);
    }

    @ParameterizedTest
    @CsvSource({
        "0.75, KEEP_OLD, UNBIASED, 8.25, 2.75",
        "0.75, KEEP_OLD, BIASED,   8.25, 1.75",
        "0.75, TAKE_NEW, UNBIASED, 4.75, 6.25",
        "0.75, TAKE_NEW, BIASED,   4.75, 3.25",
        "1,    KEEP_OLD, UNBIASED, 10,   1",
        "1,    TAKE_NEW, UNBIASED, 3,    8"
    })
    void keepsRunningStatistics(
            double momentum, Convention convention, VarianceEstimator estimator, double mean, double variance) {
        RunningAverage running = new RunningAverage(momentum, convention, estimator);
        BatchNorm norm = new BatchNorm(new Epsilon(5, Placement.INSIDE_SQRT), VarianceEstimator.BIASED, running);

        Normalized normalized = Normalized.of(
                norm,
                Z,
                GAMMA,
                BETA,
                D_Z_TILDA,
                Values.row(10, 10, 10),
                Values.row(1, 1, 1),
                Mode.TRAINING,
                BackwardRule.EXACT);

        assertThat(normalized.runningMean().at(0, 0)).isEqualTo(mean);
        assertThat(normalized.runningVariance().at(0, 0)).isEqualTo(variance);
    }

    @Test
    void keepsTheBiasedRunningVarianceOfAnUnbiasedNormalization() {
        RunningAverage running = new RunningAverage(0, Convention.KEEP_OLD, VarianceEstimator.BIASED);
        BatchNorm norm = new BatchNorm(new Epsilon(1, Placement.INSIDE_SQRT), VarianceEstimator.UNBIASED, running);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertEntries(normalized.runningVariance(), 4, 4, 0);
    }

    @Test
    void usesRunningStatisticsInInference() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(
                norm,
                Z,
                GAMMA,
                BETA,
                D_Z_TILDA,
                Values.row(1, 0, 0),
                Values.row(4, 4, 11),
                Mode.INFERENCE,
                BackwardRule.EXACT);

        assertEntries(normalized.zNorm(), 0, -2.0 / 3, 0, 4.0 / 3, 2.0 / 3, 0);
        assertEntries(normalized.dZ(), 1, 0, 0.5, 3, -2, -0.5);
        assertThat(normalized.dMu()).isNull();
        assertThat(normalized.dSigma2()).isNull();
        assertThat(normalized.runningMean()).isNull();
    }

    @Test
    void infersForASingleExampleWithTheUnbiasedEstimatorToo() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.UNBIASED);

        Normalized normalized = Normalized.of(
                norm,
                Values.row(1, 2, 0),
                GAMMA,
                BETA,
                Values.row(1, 1, 1),
                Values.row(1, 0, 0),
                Values.row(4, 4, 11),
                Mode.INFERENCE,
                BackwardRule.EXACT);

        assertEntries(normalized.zNorm(), 0, 2.0 / 3, 0);
        assertEntries(normalized.dZ(), 1, -2, 0.25);
    }

    @ParameterizedTest
    @EnumSource
    void normalizesABatchOfOneToZero(Placement placement) {
        BatchNorm norm = batchNorm(2, placement, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Values.row(0.1, 7, -3), GAMMA, BETA, Values.row(1, 2, 3));

        assertEntries(normalized.zNorm(), 0, 0, 0);
        assertEntries(normalized.zTilda(), 1, 0, 2);
        assertThat(normalized.dZ().rowMajor()).containsExactly(0, 0, 0);
        assertThat(normalized.runningVariance().rowMajor()).containsExactly(1, 1, 1);
    }

    @Test
    void blendsABiasedRunningVarianceOfOneExample() {
        RunningAverage running = new RunningAverage(0.75, Convention.KEEP_OLD, VarianceEstimator.BIASED);
        BatchNorm norm = new BatchNorm(new Epsilon(5, Placement.INSIDE_SQRT), VarianceEstimator.BIASED, running);

        Normalized normalized = Normalized.of(norm, Values.row(0.1, 7, -3), GAMMA, BETA, Values.row(1, 2, 3));

        assertEntries(normalized.runningVariance(), 0.75, 0.75, 0.75);
    }

    @ParameterizedTest
    @EnumSource
    void hasNoVariancePathBehindAConstantFeature(Placement placement) {
        BatchNorm norm = batchNorm(1e-5, placement, VarianceEstimator.BIASED);
        Values constant = Values.filled(7, 1, 0.1);
        Values dZTilda = new Values(7, 1, new double[] {1, -2, 3, 0.5, 0, 4, -1});

        Normalized normalized = Normalized.of(norm, constant, Values.row(2), Values.row(0), dZTilda);

        assertThat(normalized.sigma2().rowMajor()).containsExactly(0);
        assertThat(normalized.dSigma2().rowMajor()[0]).isZero();
        assertThat(normalized.zNorm().rowMajor()).containsOnly(0);
        assertThat(Arrays.stream(normalized.dZ().rowMajor()).sum()).isCloseTo(0, Offset.offset(1e-9));
        assertThat(normalized.dZ().rowMajor()).doesNotContain(Double.NaN);
    }

    @Test
    void givesNaNForAConstantFeatureWithoutEpsilon() {
        BatchNorm norm = batchNorm(0, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, GAMMA, BETA, D_Z_TILDA);

        assertThat(normalized.zNorm().at(0, 2)).isNaN();
        assertThat(normalized.dZ().at(1, 2)).isNaN();
        assertEntries(Values.row(normalized.zNorm().at(0, 0), normalized.zNorm().at(0, 1)), -1, -1);
    }

    @Test
    void holdsStatisticsConstantWhereItIsTold() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(
                norm,
                Z,
                GAMMA,
                BETA,
                D_Z_TILDA,
                Values.row(0, 0, 0),
                Values.row(1, 1, 1),
                Mode.TRAINING,
                BackwardRule.STATISTICS_AS_CONSTANTS);

        double third = 2 / Math.sqrt(5);
        assertEntries(normalized.dZ(), 1, 0, third, 3, -2, -third);
        assertEntries(normalized.dGamma(), 4.0 / 3, 2.0 / 3, 0);
        assertThat(normalized.dMu()).isNull();
    }

    @Test
    void handsTheGradientOnWhereItIsSkipped() {
        BatchNorm norm = batchNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(
                norm,
                Z,
                GAMMA,
                BETA,
                D_Z_TILDA,
                Values.row(0, 0, 0),
                Values.row(1, 1, 1),
                Mode.TRAINING,
                BackwardRule.SKIP_NORMALIZATION);

        assertThat(normalized.dZ().rowMajor()).containsExactly(D_Z_TILDA.rowMajor());
        assertEntries(normalized.dGamma(), 4.0 / 3, 2.0 / 3, 0);
        assertEntries(normalized.dBeta(), 4, 1, 0);
    }
}
