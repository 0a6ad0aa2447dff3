package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

interface ArithmeticContract extends KernelsContract {
    @Sizes
    default void addsWithEverySideRepeated(int size) {
        assertBroadcasts(size, kernels()::add, (x, y) -> x + y);
    }

    @Sizes
    default void subtractsWithEverySideRepeated(int size) {
        assertBroadcasts(size, kernels()::subtract, (x, y) -> x - y);
    }

    @Sizes
    default void multipliesWithEverySideRepeated(int size) {
        assertBroadcasts(size, kernels()::multiply, (x, y) -> x * y);
    }

    @Sizes
    default void dividesWithEverySideRepeated(int size) {
        assertBroadcasts(size, kernels()::divide, (x, y) -> x / y);
    }

    @Test
    default void keepsTheRulesOfIeeeForSpecialValues() {
        double[] special = special();
        Matrix a = column(special);
        Matrix b = row(special);

        assertEntries(kernels().add(a, b), special, special, (x, y) -> x + y);
        assertEntries(kernels().subtract(a, b), special, special, (x, y) -> x - y);
        assertEntries(kernels().multiply(a, b), special, special, (x, y) -> x * y);
        assertEntries(kernels().divide(a, b), special, special, (x, y) -> x / y);
    }

    @Test
    default void addsAndMultipliesANumberByTheSameRules() {
        double[] special = special();
        Matrix a = column(special);
        for (double c : special) {
            double[] single = {c};
            assertEntries(kernels().add(a, c), special, single, (x, y) -> x + y);
            assertEntries(kernels().multiply(a, c), special, single, (x, y) -> x * y);
        }
    }

    @Sizes
    default void addsAndMultipliesANumberAtAnySize(int size) {
        double[] a = numbers(size, 1);
        double[] tenth = {rounded(0.1)};

        assertEntries(kernels().add(column(a), 0.1), a, tenth, (x, y) -> x + y);
        assertEntries(kernels().multiply(column(a), 0.1), a, tenth, (x, y) -> x * y);
    }

    @Test
    default void refusesShapesThatDoNotFitAndNamesBoth() {
        Matrix a = kernels().matrix(2, 3, new double[6]);
        Matrix b = kernels().matrix(3, 2, new double[6]);

        String message = "2×3 and 3×2 do not fit entry by entry: sides must be equal, or 1";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().add(a, b))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().subtract(a, b))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().multiply(a, b))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().divide(a, b))
                .withMessage(message);
    }

    @Test
    default void refusesToRepeatASideThatIsNotOne() {
        Matrix a = kernels().matrix(4, 2, new double[8]);
        Matrix b = kernels().matrix(2, 2, new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().add(a, b))
                .withMessage("4×2 and 2×2 do not fit entry by entry: sides must be equal, or 1");
    }

    /** Each of m×n, 1×n, m×1 and 1×1 with each, for a shape that is not square. */
    private void assertBroadcasts(int m, BinaryOperator<Matrix> verb, DoubleBinaryOperator expected) {
        int n = 3;
        int[][] shapes = {{m, n}, {1, n}, {m, 1}, {1, 1}};
        for (int[] left : shapes) {
            for (int[] right : shapes) {
                assertBroadcasts(left, right, verb, expected);
            }
        }
    }

    private void assertBroadcasts(int[] left, int[] right, BinaryOperator<Matrix> verb, DoubleBinaryOperator expected) {
        double[] a = numbers(left[0] * left[1], 1);
        double[] b = numbers(right[0] * right[1], 2);

        Matrix result =
                verb.apply(kernels().matrix(left[0], left[1], a), kernels().matrix(right[0], right[1], b));

        int m = Math.max(left[0], right[0]);
        int n = Math.max(left[1], right[1]);
        double[] entries = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = rounded(expected.applyAsDouble(a[at(left, i, j)], b[at(right, i, j)]));
            }
        }
        assertThat(result.shape()).isEqualTo(m + "×" + n);
        assertThat(result.toArray()).containsExactly(entries);
    }

    private static int at(int[] shape, int i, int j) {
        return (i % shape[0]) * shape[1] + j % shape[1];
    }

    /** The entries are of every a with every b, rounded once. */
    private void assertEntries(Matrix result, double[] a, double[] b, DoubleBinaryOperator expected) {
        double[] entries = new double[a.length * b.length];
        for (int at = 0; at < entries.length; at++) {
            entries[at] = rounded(expected.applyAsDouble(a[at / b.length], b[at % b.length]));
        }
        assertThat(result.toArray()).containsExactly(entries);
    }
}
