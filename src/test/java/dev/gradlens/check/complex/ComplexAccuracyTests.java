package dev.gradlens.check.complex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComplexAccuracyTests {

    /** Measured over 1,200 seeded points a function and more: erf and erfc 5.1, sigmoid 3.7, the others 2.6. */
    private static final double ULPS = 6;

    /** Measured over 2,100 points a function: erf and erfc 10 (close to the imaginary axis at |y| = 5), the others 2. */
    private static final double ULPS_IN_PLANE = 12;

    /** Below it im·h is on the subnormal grid and has no digits left to divide by h. */
    private static final double SMALLEST_IMAGINARY = 1e-307;

    @ParameterizedTest
    @EnumSource
    void realPartKeepsItsDigitsFromTailToTail(AnalyticFunction function) {
        assertThat(ReferenceValue.of(function, "step.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Distance.inUlps(
                                function.at(row.z()).re(), row.value().re()))
                        .isLessThan(ULPS));
    }

    @ParameterizedTest
    @EnumSource
    void imaginaryPartKeepsItsDigitsFromTailToTail(AnalyticFunction function) {
        assertThat(ReferenceValue.of(function, "step.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Distance.inUlps(
                                function.at(row.z()).im(), row.value().im()))
                        .isLessThan(ULPS));
    }

    @ParameterizedTest
    @EnumSource
    void imaginaryPartOverStepIsTheClosedFormOfTheDerivative(AnalyticFunction function) {
        assertThat(ReferenceValue.of(function, "step.csv"))
                .filteredOn(ComplexAccuracyTests::isStepNegligible)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Distance.inUlps(
                                function.at(row.z()).im() / row.z().im(), row.slope()))
                        .isLessThan(ULPS));
    }

    /** Whether h²·f‴/f′ is below a rounding error, and f′·h above the subnormal numbers. */
    private static boolean isStepNegligible(ReferenceValue row) {
        boolean isAwayFromSingularities = Math.abs(row.z().re()) > 1e-5;
        return row.z().im() <= 1e-20
                && isAwayFromSingularities
                && Math.abs(row.value().im()) > SMALLEST_IMAGINARY;
    }

    @ParameterizedTest
    @EnumSource
    void valueIsRightAllOverThePlane(AnalyticFunction function) {
        assertThat(ReferenceValue.of(function, "plane.csv"))
                .hasSize(60)
                .allSatisfy(row -> assertThat(Distance.inPlane(function.at(row.z()), row.value()))
                        .isLessThan(ULPS_IN_PLANE));
    }
}
