package dev.gradlens.network.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.tensor.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number here was found by hand. */
class LayerNormTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final Values Z = new Values(2, 2, new double[] {1, 5, -2, 2});
    private static final Values D_Z_TILDA = new Values(2, 2, new double[] {1, 3, 0, 1});

    private static LayerNorm layerNorm(double epsilon, Placement placement, VarianceEstimator estimator) {
        return new LayerNorm(new Epsilon(epsilon, placement), estimator);
    }

    private static void assertEntries(Values actual, double... expected) {
        assertThat(actual.rowMajor()).containsExactly(expected, ROUNDING);
    }

    @Test
    void normalizesEveryExampleByItself() {
        LayerNorm norm = layerNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, Values.row(3, 6), Values.row(1, 0), D_Z_TILDA);

        assertThat(normalized.mu()).returns(2, Values::rows).returns(1, Values::columns);
        assertEntries(normalized.mu(), 3, 0);
        assertEntries(normalized.sigma2(), 4, 4);
        assertEntries(normalized.zNorm(), -2.0 / 3, 2.0 / 3, -2.0 / 3, 2.0 / 3);
        assertEntries(normalized.zTilda(), -1, 4, -1, 4);
    }

    @Test
    void differentiatesEveryExampleByItself() {
        LayerNorm norm = layerNorm(5, Placement.INSIDE_SQRT, VarianceEstimator.BIASED);

        Normalized normalized = Normalized.of(norm, Z, Values.row(3, 3), Values.row(1, 0), D_Z_TILDA);

        assertEntries(normalized.dGamma(), -2.0 / 3, 2 + 2.0 / 3);
        assertEntries(normalized.dBeta(), 1, 4);
        assertEntries(normalized.dSigma2(), -2.0 / 9, -1.0 / 9);
        assertEntries(normalized.dMu(), -4, -1);
        assertEntries(normalized.dZ(), -5.0 / 9, 5.0 / 9, -5.0 / 18, 5.0 / 18);
    }

    @Test
    void differentiatesTheUnbiasedVariance() {
        LayerNorm norm = layerNorm(1, Placement.INSIDE_SQRT, VarianceEstimator.UNBIASED);

        Normalized normalized = Normalized.of(norm, Z, Values.row(3, 3), Values.row(1, 0), D_Z_TILDA);

        assertEntries(normalized.sigma2(), 8, 8);
        assertEntries(normalized.dZ(), -1.0 / 9, 1.0 / 9, -1.0 / 18, 1.0 / 18);
    }

    @ParameterizedTest
    @EnumSource
    void normalizesASingleUnitToZero(Placement placement) {
        LayerNorm norm = layerNorm(1e-5, placement, VarianceEstimator.BIASED);
        Values z = new Values(3, 1, new double[] {0.1, -7, 3});

        Normalized normalized = Normalized.of(norm, z, Values.row(2), Values.row(1), z);

        assertThat(normalized.zTilda().rowMajor()).containsOnly(1);
        assertThat(normalized.dZ().rowMajor()).containsOnly(0);
        assertEntries(normalized.dSigma2(), 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameInInference(Mode mode) {
        LayerNorm norm = layerNorm(5, Placement.OUTSIDE_SQRT, VarianceEstimator.BIASED);
        Values any = Values.row(9, 9);

        Normalized normalized = Normalized.of(
                norm, Z, Values.row(3, 3), Values.row(1, 0), D_Z_TILDA, any, any, mode, BackwardRule.EXACT);

        assertEntries(normalized.mu(), 3, 0);
        assertThat(normalized.dMu()).isNotNull();
        assertThat(normalized.runningMean()).isNull();
    }
}
