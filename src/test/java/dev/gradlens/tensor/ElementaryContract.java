package dev.gradlens.tensor;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

interface ElementaryContract extends KernelsContract {
    /** Units in the last place of the true value. */
    int FEW_UNITS = 4;

    @ParameterizedTest
    @MethodSource("dev.gradlens.tensor.ElementaryValues#all")
    default void isRightToAFewUnitsInTheLastPlace(Elementary f, double x, double value) {
        double actual = kernels().map(f, row(x)).scalar();

        assertThat(actual).isCloseTo(value, within(FEW_UNITS * Math.ulp(value)));
    }

    @ParameterizedTest
    @EnumSource
    default void givesNanForNan(Elementary f) {
        assertThat(kernels().map(f, row(1, NaN, 1)).toArray()[1]).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    default void keepsShapeAndPlaceOfEveryEntry(Elementary f) {
        for (int size : new int[] {1, 2, 7, 8, 9, 64, 65}) {
            double[] x = KernelsContract.numbers(size * 3, 1);
            Matrix mapped = kernels().map(f, kernels().matrix(size, 3, x));

            assertThat(mapped.shape()).isEqualTo(size + "×3");
            double[] oneByOne = Arrays.stream(x)
                    .map(entry -> kernels().map(f, row(entry)).scalar())
                    .toArray();
            assertThat(mapped.toArray()).containsExactly(oneByOne);
        }
    }

    @Test
    default void takesTheAbsoluteValueOfAnything() {
        assertThat(map(Elementary.ABS, -1.5, 0, -0.0, NEGATIVE_INFINITY, -Double.MIN_VALUE, 1e308))
                .containsExactly(1.5, 0, 0, POSITIVE_INFINITY, Double.MIN_VALUE, 1e308);
    }

    @Test
    default void hasTheExponentialsLimits() {
        assertThat(map(Elementary.EXP, POSITIVE_INFINITY, NEGATIVE_INFINITY, -0.0, 1e308, -1e308))
                .containsExactly(POSITIVE_INFINITY, 0, 1, POSITIVE_INFINITY, 0);
        assertThat(map(Elementary.EXPM1, POSITIVE_INFINITY, NEGATIVE_INFINITY, 1e308, -1e308, Double.MIN_VALUE))
                .containsExactly(POSITIVE_INFINITY, -1, POSITIVE_INFINITY, -1, Double.MIN_VALUE);
    }

    @Test
    default void hasTheLogarithmsLimits() {
        assertThat(map(Elementary.LOG, POSITIVE_INFINITY, NEGATIVE_INFINITY, 0.0, -0.0, -1))
                .containsExactly(POSITIVE_INFINITY, NaN, NEGATIVE_INFINITY, NEGATIVE_INFINITY, NaN);
        assertThat(map(Elementary.LOG1P, POSITIVE_INFINITY, NEGATIVE_INFINITY, -1, -2, Double.MIN_VALUE))
                .containsExactly(POSITIVE_INFINITY, NaN, NEGATIVE_INFINITY, NaN, Double.MIN_VALUE);
    }

    @Test
    default void hasTheLimitsOfRootAndOfSaturatingFunctions() {
        assertThat(map(Elementary.SQRT, POSITIVE_INFINITY, NEGATIVE_INFINITY, -1))
                .containsExactly(POSITIVE_INFINITY, NaN, NaN);
        assertThat(map(Elementary.TANH, POSITIVE_INFINITY, NEGATIVE_INFINITY, 1e308, -1e308, Double.MIN_VALUE))
                .containsExactly(1, -1, 1, -1, Double.MIN_VALUE);
        assertThat(map(Elementary.SIGMOID, POSITIVE_INFINITY, NEGATIVE_INFINITY, 1e308, -1e308))
                .containsExactly(1, 0, 1, 0);
        assertThat(map(Elementary.ERFC, POSITIVE_INFINITY, NEGATIVE_INFINITY, 1e308, -1e308, 28))
                .containsExactly(0, 2, 0, 2, 0);
    }

    private double[] map(Elementary f, double... x) {
        return kernels().map(f, row(x)).toArray();
    }
}
