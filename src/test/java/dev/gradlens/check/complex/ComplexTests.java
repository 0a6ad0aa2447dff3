package dev.gradlens.check.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexTests {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double STEP = 1e-20;

    @Test
    void multipliesByTheProductRule() {
        assertThat(new Complex(2, 3).times(new Complex(5, -7))).isEqualTo(new Complex(31, 1));
    }

    @Test
    void addsSubtractsScalesAndNegatesPartByPart() {
        Complex result =
                new Complex(1, 2).plus(new Complex(3, 5)).minus(Complex.of(1)).times(2);

        assertThat(result.negated()).isEqualTo(new Complex(-6, -14));
    }

    @ParameterizedTest
    @CsvSource({"5, -7", "-7, 5", "5, 0", "0, 5"})
    void dividesWhatItMultiplied(double re, double im) {
        Complex divisor = new Complex(re, im);

        Complex quotient = new Complex(2, 3).times(divisor).dividedBy(divisor);

        assertThat(Distance.inPlane(quotient, new Complex(2, 3))).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1e160, 1e300})
    void dividesWithoutOverflowOrUnderflowOnTheWay(double scale) {
        Complex quotient = new Complex(scale, 2 * scale).dividedBy(new Complex(3 * scale, -scale));

        assertThat(Distance.inPlane(quotient, new Complex(0.1, 0.7))).isLessThan(2);
    }

    @Test
    void divisionByARealZeroIsTheRealDivision() {
        assertThat(Complex.of(-1).dividedBy(Complex.of(0)).re()).isEqualTo(-INFINITY);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-160, 1, 1e160, 1e300})
    void squareRootNeitherOverflowsNorUnderflowsOnTheWay(double scale) {
        Complex root = new Complex(-3 * scale, 4 * scale).sqrt();

        assertThat(Distance.inPlane(root, new Complex(1, 2).times(Math.sqrt(scale))))
                .isLessThan(4);
    }

    @Test
    void squareRootOfZeroIsZero() {
        assertThat(Complex.of(0).sqrt()).isEqualTo(Complex.of(0));
    }

    @ParameterizedTest
    @CsvSource({"-3, 1e-20, 3.141592653589793", "-3, -1e-20, -3.141592653589793", "0, 2, 1.5707963267948966"})
    void logarithmHasItsCutAlongTheNegativeAxis(double re, double im, double angle) {
        assertThat(new Complex(re, im).log().im()).isEqualTo(angle);
    }

    @ParameterizedTest
    @CsvSource({
        "EXP, Infinity", "EXPM1, Infinity", "LOG, Infinity", "LOG1P, Infinity", "SQRT, Infinity",
        "TANH, 1", "SIGMOID, 1", "SOFTPLUS, Infinity", "ERF, 1", "ERFC, 0"
    })
    void infinityGoesToTheLimit(AnalyticFunction function, double limit) {
        assertThat(function.at(INFINITY, STEP).re()).isEqualTo(limit);
        assertThat(function.at(1e308, STEP).re()).isNotNaN();
    }

    @ParameterizedTest
    @CsvSource({"EXP, 0", "EXPM1, -1", "TANH, -1", "SIGMOID, 0", "SOFTPLUS, 0", "ERF, -1", "ERFC, 2"})
    void minusInfinityGoesToTheLimitWithoutASlope(AnalyticFunction function, double limit) {
        assertThat(withoutSignOfZero(function.at(-INFINITY, STEP))).isEqualTo(new Complex(limit, 0));
        assertThat(withoutSignOfZero(function.at(-1e308, STEP))).isEqualTo(new Complex(limit, 0));
    }

    private static Complex withoutSignOfZero(Complex z) {
        return z.plus(Complex.of(0));
    }

    @ParameterizedTest
    @EnumSource
    void notANumberStaysNotANumber(AnalyticFunction function) {
        assertThat(function.at(Double.NaN, STEP).re()).isNaN();
        assertThat(function.at(0.25, Double.NaN).im()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void nothingThrowsAtTheEndsOfTheRange(AnalyticFunction function) {
        double[] ends = {0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, INFINITY, -INFINITY};

        for (double re : ends) {
            for (double im : ends) {
                assertThatCode(() -> function.at(re, im)).doesNotThrowAnyException();
            }
        }
    }
}
