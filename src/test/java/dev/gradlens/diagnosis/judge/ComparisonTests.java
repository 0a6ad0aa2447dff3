package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.judge.Comparison.Tier;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComparisonTests {

    private static final Exercise EXERCISE = Exercises.plain(1e-3);
    private static final Site D_Z = new Site(0, Step.D_Z);
    private static final double HALF_UNIT = 1e-6;

    private final Sheet sheet = new Sheet(EXERCISE, KernelsProviders.start("reference"));
    private final Comparison comparison = new Comparison(sheet);

    private Values truth() {
        return sheet.truth(D_Z);
    }

    private static Sent sent(Values values, double halfUnit) {
        double[] halfUnits = new double[values.size()];
        Arrays.fill(halfUnits, halfUnit);
        return Sent.of(D_Z, values, values, halfUnits);
    }

    private static Values moved(Values values, int index, double distance) {
        double[] entries = values.rowMajor().clone();
        entries[index] += distance;
        return new Values(values.rows(), values.columns(), entries);
    }

    @Test
    void fitsWhatIsWithinItsRounding() {
        assertThat(comparison.fits(sent(moved(truth(), 3, 0.99 * HALF_UNIT), HALF_UNIT), truth()))
                .isTrue();
    }

    @Test
    void doesNotFitWhereASingleEntryIsBeyondItsRounding() {
        assertThat(comparison.fits(sent(moved(truth(), 3, 1.01 * HALF_UNIT), HALF_UNIT), truth(), Tier.TIGHT))
                .isFalse();
    }

    @Test
    void measuresTheWorstEntryByWhatIsAllowed() {
        Sent sent = sent(moved(moved(truth(), 3, 5 * HALF_UNIT), 4, -7 * HALF_UNIT), HALF_UNIT);

        assertThat(comparison.worst(sent, truth(), Tier.TIGHT)).isCloseTo(7, within(1e-3));
    }

    @Test
    void allowsForTheNoiseOfSinglePrecisionWhereEveryNumberIsOne() {
        Values single = truth().rounded(Precision.FLOAT32);
        Sent sent = sent(moved(single, 3, 2 * Math.ulp((float) single.rowMajor()[3])), 0);

        assertThat(sent.maybeSingle()).isTrue();
        assertThat(comparison.fits(sent, truth())).isTrue();
        assertThat(comparison.fits(sent.inDouble(), truth())).isFalse();
    }

    @Test
    void takesTheSameNonFiniteNumbersForTheSame() {
        Values broken = moved(moved(truth(), 0, Double.NaN), 1, Double.POSITIVE_INFINITY);

        assertThat(comparison.fits(sent(broken, HALF_UNIT), broken)).isTrue();
        assertThat(comparison.fits(sent(broken, HALF_UNIT), truth())).isFalse();
        assertThat(comparison.fits(sent(truth(), HALF_UNIT), broken)).isFalse();
    }

    @Test
    void doesNotFitAnotherShape() {
        assertThat(comparison.fits(sent(truth(), HALF_UNIT), truth().transposed()))
                .isFalse();
    }

    @Test
    void knowsATensorThatIsZeroAsFarAsItWasPrinted() {
        assertThat(comparison.isZero(sent(truth(), 100))).isTrue();
        assertThat(comparison.isZero(sent(truth(), HALF_UNIT))).isFalse();
    }

    @Test
    void measuresTheResidualByWhatWasExpected() {
        Values expected = Values.row(3, 4);

        assertThat(Comparison.residual(Values.row(3, 9), expected)).isCloseTo(1, within(1e-15));
        assertThat(Comparison.residual(expected, expected)).isZero();
        assertThat(Comparison.residual(Values.row(Double.NaN, 4), expected)).isNaN();
    }
}
