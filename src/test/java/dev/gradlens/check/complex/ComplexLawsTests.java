package dev.gradlens.check.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexLawsTests {

    private static final int POINTS = 500;
    private static final Complex ONE = Complex.of(1);

    /** In units of 2^−52 of the larger term of the identity: each side rounds a dozen times. */
    private static final double ROUNDING = 32;

    @ParameterizedTest
    @EnumSource
    void conjugateGoesThroughEveryFunction(AnalyticFunction function) {
        Random seeded = new Random(1);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 5);

            assertThat(function.at(conjugate(z))).isEqualTo(conjugate(function.at(z)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exponentialOfASumIsTheProduct(long seed) {
        Random seeded = new Random(seed);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 5);
            Complex w = point(seeded, 5);

            assertEqual(z.plus(w).exp(), z.exp().times(w.exp()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void logarithmAndRootAreInverses(long seed) {
        Random seeded = new Random(seed);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 5);

            assertEqual(z.log().exp(), z);
            assertEqual(z.sqrt().times(z.sqrt()), z);
            assertEqual(z.log1p().expm1().plus(ONE), z.plus(ONE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hyperbolicTangentIsSineOverCosine(long seed) {
        Random seeded = new Random(seed);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 1.4);
            Complex twiceSinh = z.exp().minus(z.negated().exp());
            Complex twiceCosh = z.exp().plus(z.negated().exp());

            assertEqual(z.tanh().times(twiceCosh).plus(ONE), twiceSinh.plus(ONE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sigmoidIsTheLogisticFunction(long seed) {
        Random seeded = new Random(seed);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 3);

            assertEqual(z.sigmoid(), ONE.dividedBy(ONE.plus(z.negated().exp())));
            assertEqual(z.sigmoid().plus(z.negated().sigmoid()), ONE);
            assertEqual(z.softplus().exp(), ONE.plus(z.exp()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void errorFunctionsAddUpToOne(long seed) {
        Random seeded = new Random(seed);

        for (int i = 0; i < POINTS; i++) {
            Complex z = point(seeded, 2);
            double largest = 1 + Math.hypot(z.erf().re(), z.erf().im());

            assertThat(modulus(z.erf().plus(z.erfc()).minus(ONE)) / largest).isLessThan(ROUNDING * Math.ulp(1.0));
            assertThat(modulus(z.erf().plus(z.negated().erf()))).isZero();
        }
    }

    private static void assertEqual(Complex actual, Complex expected) {
        assertThat(Distance.inPlane(actual, expected)).isLessThan(ROUNDING);
    }

    private static Complex point(Random seeded, double radius) {
        return new Complex(seeded.nextDouble(-radius, radius), seeded.nextDouble(-radius, radius));
    }

    private static Complex conjugate(Complex z) {
        return new Complex(z.re(), -z.im());
    }

    private static double modulus(Complex z) {
        return Math.hypot(z.re(), z.im());
    }
}
