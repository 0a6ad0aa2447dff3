package dev.gradlens.network.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.tensor.Values;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every number here was found by hand: the mean square of 1 and 7 is 25. */
class RmsNormTests {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-15);
    private static final Values Z = new Values(2, 2, new double[] {1, 7, -1, 7});
    private static final Values GAMMA = Values.row(6, 12);
    private static final Values D_Z_TILDA = new Values(2, 2, new double[] {1, 1, -1, 1});

    private static Normalized normalized(double epsilon, Placement placement, Values z) {
        return Normalized.of(new RmsNorm(new Epsilon(epsilon, placement)), z, GAMMA, Values.row(0, 1), D_Z_TILDA);
    }

    private static void assertEntries(Values actual, double... expected) {
        assertThat(actual.rowMajor()).containsExactly(expected, ROUNDING);
    }

    @Test
    void dividesByTheRootMeanSquare() {
        Normalized normalized = normalized(11, Placement.INSIDE_SQRT, Z);

        assertThat(normalized.mu()).isNull();
        assertEntries(normalized.sigma2(), 25, 25);
        assertEntries(normalized.zNorm(), 1.0 / 6, 7.0 / 6, -1.0 / 6, 7.0 / 6);
        assertEntries(normalized.zTilda(), 1, 15, -1, 15);
    }

    @Test
    void differentiatesWithEpsilonInsideOfTheRoot() {
        Normalized normalized = normalized(11, Placement.INSIDE_SQRT, Z);

        assertEntries(normalized.dSigma2(), -2.5 / 12, -2.5 / 12);
        assertEntries(normalized.dZ(), 19.0 / 24, 13.0 / 24, -19.0 / 24, 13.0 / 24);
        assertEntries(normalized.dGamma(), 1.0 / 3, 7.0 / 3);
        assertEntries(normalized.dBeta(), 0, 2);
        assertThat(normalized.dMu()).isNull();
    }

    @Test
    void differentiatesWithEpsilonOutsideOfTheRoot() {
        Normalized normalized = normalized(1, Placement.OUTSIDE_SQRT, Z);

        assertEntries(normalized.dSigma2(), -0.25, -0.25);
        assertEntries(normalized.dZ(), 0.75, 0.25, -0.75, 0.25);
    }

    @Test
    void hasNoVariancePathWhereEverythingIsZero() {
        Normalized normalized = normalized(1, Placement.OUTSIDE_SQRT, new Values(2, 2, new double[4]));

        assertEntries(normalized.dSigma2(), 0, 0);
        assertEntries(normalized.dZ(), 6, 12, -6, 12);
    }
}
