package dev.gradlens.tensor;

import static dev.gradlens.tensor.Axis.COLUMNS;
import static dev.gradlens.tensor.Axis.ROWS;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

interface ReductionContract extends KernelsContract {
    @Sizes
    default void sumsDownTheRowsAndAlongTheColumns(int size) {
        double[] a = numbers(size * 5, 1);
        Matrix down = kernels().sum(kernels().matrix(size, 5, a), ROWS);
        Matrix along = kernels().sum(kernels().matrix(5, size, a), COLUMNS);

        assertThat(down.shape()).isEqualTo("1×5");
        assertThat(along.shape()).isEqualTo("5×1");
        for (int j = 0; j < 5; j++) {
            Exact.assertSum(down.toArray()[j], Exact.sum(Exact.column(a, 5, j)), size, precision());
            Exact.assertSum(along.toArray()[j], Exact.sum(Exact.row(a, size, j)), size, precision());
        }
    }

    @Sizes
    default void findsTheLargestEntryDownTheRowsAndAlongTheColumns(int size) {
        double[] a = numbers(size * 5, 2);
        Matrix down = kernels().max(kernels().matrix(size, 5, a), ROWS);
        Matrix along = kernels().max(kernels().matrix(5, size, a), COLUMNS);

        assertThat(down.shape()).isEqualTo("1×5");
        assertThat(along.shape()).isEqualTo("5×1");
        for (int j = 0; j < 5; j++) {
            assertThat(Exact.column(a, 5, j)).contains(down.toArray()[j]);
            assertThat(down.toArray()[j])
                    .isEqualTo(Arrays.stream(Exact.column(a, 5, j)).max().orElseThrow());
            assertThat(along.toArray()[j])
                    .isEqualTo(Arrays.stream(Exact.row(a, size, j)).max().orElseThrow());
        }
    }

    @Sizes
    default void findsNanWhereverItStands(int size) {
        for (int at = 0; at < size; at++) {
            double[] a = new double[size];
            a[at] = NaN;
            assertThat(kernels().max(column(a), ROWS).scalar()).isNaN();
            assertThat(kernels().max(row(a), COLUMNS).scalar()).isNaN();
        }
    }

    @Test
    default void findsTheLargestOfInfinities() {
        assertThat(kernels()
                        .max(row(NEGATIVE_INFINITY, NEGATIVE_INFINITY), COLUMNS)
                        .scalar())
                .isEqualTo(NEGATIVE_INFINITY);
        assertThat(kernels().max(row(1, POSITIVE_INFINITY), COLUMNS).scalar()).isEqualTo(POSITIVE_INFINITY);
        assertThat(kernels().max(row(NEGATIVE_INFINITY, -huge()), COLUMNS).scalar())
                .isEqualTo(-huge());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 49, 1000, 100_000})
    default void givesEqualNumbersAsTheirMeanExactly(int count) {
        double[] a = new double[count];
        for (double any : new double[] {0.1, -0.7, 5 * tiny(), huge() / 0x1p20, 1 / 3.0, 123456.789}) {
            double equal = rounded(any);
            Arrays.fill(a, equal);
            assertThat(kernels().mean(column(a), ROWS).scalar()).isEqualTo(equal);
            assertThat(kernels().mean(row(a), COLUMNS).scalar()).isEqualTo(equal);
        }
    }

    @Sizes
    default void losesNoDigitsOfTheMeanToALargeOffset(int size) {
        double offset = 1e-7 / precision().roundoff();
        double[] a = Arrays.stream(numbers(size * 2, 3))
                .map(x -> rounded(x + offset))
                .toArray();

        double[] means = kernels().mean(kernels().matrix(2, size, a), COLUMNS).toArray();

        for (int i = 0; i < 2; i++) {
            BigDecimal exact =
                    Exact.sum(Exact.row(a, size, i)).divide(BigDecimal.valueOf(size), MathContext.DECIMAL128);
            assertThat(means[i]).isCloseTo(exact.doubleValue(), within(ulp(offset)));
        }
    }

    @Test
    default void takesEachMeanOfItsOwnLine() {
        Matrix a = kernels().matrix(2, 3, new double[] {1, 2, 6, 3, 10, -1});

        assertThat(kernels().mean(a, ROWS).toArray()).containsExactly(2, 6, 2.5);
        assertThat(kernels().mean(a, COLUMNS).toArray()).containsExactly(3, 4);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1, NaN", "Infinity, 1, Infinity", "1, -Infinity, -Infinity", "Infinity, -Infinity, NaN"})
    default void spreadsNanAndInfinityThroughSumAndMean(double first, double second, double expected) {
        assertThat(kernels().sum(row(first, second), COLUMNS).toArray()).containsExactly(expected);
        assertThat(kernels().mean(column(first, second), ROWS).toArray()).containsExactly(expected);
    }

    @Test
    default void overflowsToInfinityAsASumDoes() {
        assertThat(kernels().sum(row(huge(), huge()), COLUMNS).scalar()).isEqualTo(POSITIVE_INFINITY);
        assertThat(kernels().mean(row(huge(), huge()), COLUMNS).scalar()).isEqualTo(POSITIVE_INFINITY);
    }
}
