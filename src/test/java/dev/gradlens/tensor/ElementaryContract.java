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

interface ElementaryContract extends KernelsContract {
    /** Units in the last place of the true value. */
    int FEW_UNITS = 4;

    @ParameterizedTest
    @EnumSource(names = "ABS", mode = EnumSource.Mode.EXCLUDE)
    default void isRightToAFewUnitsInTheLastPlace(Elementary f) {
        assertThat(ElementaryValues.of(f, precision())).isNotEmpty().allSatisfy(known -> {
            double actual = kernels().map(f, row(known.x())).scalar();

            assertThat(actual).isCloseTo(known.value(), within(FEW_UNITS * ulp(known.value())));
        });
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
            double[] x = numbers(size * 3, 1);
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
        assertThat(map(Elementary.ABS, -1.5, 0, -0.0, NEGATIVE_INFINITY, -tiny(), huge()))
                .containsExactly(1.5, 0, 0, POSITIVE_INFINITY, tiny(), huge());
    }

    @Test
    default void hasTheExponentialsLimits() {
        assertThat(map(Elementary.EXP, POSITIVE_INFINITY, NEGATIVE_INFINITY, -0.0, huge(), -huge()))
                .containsExactly(POSITIVE_INFINITY, 0, 1, POSITIVE_INFINITY, 0);
        assertThat(map(Elementary.EXPM1, POSITIVE_INFINITY, NEGATIVE_INFINITY, huge(), -huge(), tiny()))
                .containsExactly(POSITIVE_INFINITY, -1, POSITIVE_INFINITY, -1, tiny());
    }

    @Test
    default void hasTheLogarithmsLimits() {
        assertThat(map(Elementary.LOG, POSITIVE_INFINITY, NEGATIVE_INFINITY, 0.0, -0.0, -1))
                .containsExactly(POSITIVE_INFINITY, NaN, NEGATIVE_INFINITY, NEGATIVE_INFINITY, NaN);
        assertThat(map(Elementary.LOG1P, POSITIVE_INFINITY, NEGATIVE_INFINITY, -1, -2, tiny()))
                .containsExactly(POSITIVE_INFINITY, NaN, NEGATIVE_INFINITY, NaN, tiny());
    }

    @Test
    default void hasTheLimitsOfRootAndOfSaturatingFunctions() {
        assertThat(map(Elementary.SQRT, POSITIVE_INFINITY, NEGATIVE_INFINITY, -1))
                .containsExactly(POSITIVE_INFINITY, NaN, NaN);
        assertThat(map(Elementary.TANH, POSITIVE_INFINITY, NEGATIVE_INFINITY, huge(), -huge(), tiny()))
                .containsExactly(1, -1, 1, -1, tiny());
        assertThat(map(Elementary.SIGMOID, POSITIVE_INFINITY, NEGATIVE_INFINITY, huge(), -huge()))
                .containsExactly(1, 0, 1, 0);
        assertThat(map(Elementary.ERFC, POSITIVE_INFINITY, NEGATIVE_INFINITY, huge(), -huge(), 28))
                .containsExactly(0, 2, 0, 2, 0);
    }

    private double[] map(Elementary f, double... x) {
        return kernels().map(f, row(x)).toArray();
    }
}
