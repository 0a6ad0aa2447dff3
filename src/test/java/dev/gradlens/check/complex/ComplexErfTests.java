package dev.gradlens.check.complex;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexErfTests {

    private static final double STEP = 1e-8;

    /** −2/√π · e^−26². A step of 1e-14 leaves its product with it a normal double. */
    private static final double SLOPE_AT_26 = -2.9470349932662697e-294;

    private static final double ROOT_PI = Math.sqrt(Math.PI);

    @Test
    void derivativeOfErfcKeepsItsDigitsInTheTail() {
        Complex z = new Complex(26, 1e-14);

        double derivative = z.erfc().im() / z.im();

        assertThat(derivative).isCloseTo(SLOPE_AT_26, Percentage.withPercentage(1e-13));
    }

    @Test
    void derivativeOfErfcKeepsItsDigitsWhereErfcIsTwo() {
        Complex z = new Complex(-26, 1e-14);

        Complex erfc = z.erfc();

        assertThat(erfc.re()).isEqualTo(2);
        assertThat(erfc.im() / z.im()).isCloseTo(SLOPE_AT_26, Percentage.withPercentage(1e-13));
    }

    @Test
    void erfcKeepsItsDigitsRightOfTheImaginaryAxis() {
        assertThat(ReferenceValue.of(AnalyticFunction.ERFC, "right.csv"))
                .hasSize(200)
                .allSatisfy(row -> assertThat(Distance.inPlane(row.z().erfc(), row.value()))
                        .isLessThan(4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, -0.5})
    void seriesAndQuadratureMeetWithoutAStep(double border) {
        Complex inside = new Complex(Math.nextDown(Math.abs(border)) * Math.signum(border), STEP).erf();
        Complex outside = new Complex(border, STEP).erf();

        assertThat(Distance.inPlane(inside, outside)).isLessThan(4);
        assertThat(Distance.inUlps(inside.im(), outside.im())).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4, 0.6, 1, 1.5, 2})
    void erfIsTheSeriesOfPositiveTerms(double x) {
        Complex z = new Complex(x, 0.25);

        assertThat(Distance.inPlane(z.erf(), positiveSeries(z))).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3, 5, 7.1, 7.2, 12, 25})
    void erfcIsTheContinuedFraction(double x) {
        Complex z = new Complex(x, 0.25);

        assertThat(Distance.inPlane(z.erfc(), continuedFraction(z))).isLessThan(2 * x * x + 8);
    }

    /** Abramowitz and Stegun 7.1.6: 2/√π · e^−z² · Σ 2ⁿ z²ⁿ⁺¹ / (1·3·…·(2n + 1)). */
    private static Complex positiveSeries(Complex z) {
        Complex twiceSquare = z.times(z).times(2);
        Complex term = z;
        Complex sum = z;
        for (int n = 1; n < 80; n++) {
            term = term.times(twiceSquare).times(1.0 / (2 * n + 1));
            sum = sum.plus(term);
        }
        return sum.times(z.times(z).negated().exp()).times(2 / ROOT_PI);
    }

    /** Abramowitz and Stegun 7.1.14, DLMF 7.9.1: e^−z² / √π · 1/(z + ½/(z + 1/(z + 3/2/(z + …)))), from the inside out. */
    private static Complex continuedFraction(Complex z) {
        Complex tail = z;
        for (int n = 400; n > 0; n--) {
            tail = z.plus(Complex.of(0.5 * n).dividedBy(tail));
        }
        return z.times(z).negated().exp().dividedBy(tail).times(1 / ROOT_PI);
    }
}
