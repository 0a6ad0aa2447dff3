package dev.gradlens.tensor;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

interface SelectionContract extends KernelsContract {
    @Test
    default void choosesByTheSignOfTheCondition() {
        Matrix condition = row(1, tiny(), POSITIVE_INFINITY, 0.0, -0.0, -1, NEGATIVE_INFINITY, NaN);

        Matrix chosen = kernels().selectPositive(condition, row(3), row(4));

        assertThat(chosen.toArray()).containsExactly(3, 3, 3, 4, 4, 4, 4, NaN);
    }

    @Test
    default void isNotTouchedByTheEntryNotChosen() {
        Matrix condition = row(1, 1, -1, -1);
        Matrix whenPositive = row(5, 6, NaN, POSITIVE_INFINITY);
        Matrix otherwise = row(NaN, NEGATIVE_INFINITY, 7, 8);

        Matrix chosen = kernels().selectPositive(condition, whenPositive, otherwise);

        assertThat(chosen.toArray()).containsExactly(5, 6, 7, 8);
    }

    @Test
    default void letsAChosenNanThrough() {
        Matrix chosen = kernels().selectPositive(row(1, -1), row(NaN, 0), row(0, NaN));

        assertThat(chosen.toArray()).containsExactly(NaN, NaN);
    }

    @Sizes
    default void choosesAtAnySizeWithEverySideRepeated(int size) {
        double[] condition = numbers(size * 3, 1);
        double[] whenPositive = numbers(size, 2);
        double[] otherwise = numbers(3, 3);

        Matrix chosen =
                kernels().selectPositive(kernels().matrix(size, 3, condition), column(whenPositive), row(otherwise));

        double[] expected = new double[size * 3];
        for (int at = 0; at < expected.length; at++) {
            expected[at] = condition[at] > 0 ? whenPositive[at / 3] : otherwise[at % 3];
        }
        assertThat(chosen.shape()).isEqualTo(size + "×3");
        assertThat(chosen.toArray()).containsExactly(expected);
    }

    @Test
    default void repeatsTheConditionToo() {
        Matrix chosen = kernels().selectPositive(column(1, -1), row(1, 2), row(3, 4));

        assertThat(chosen.shape()).isEqualTo("2×2");
        assertThat(chosen.toArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    default void refusesToChooseFromShapesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().selectPositive(row(1, 2), row(1), row(1, 2, 3)))
                .withMessage("1×2 and 1×3 do not fit entry by entry: sides must be equal, or 1");
    }
}
