package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

interface ProductContract extends KernelsContract {
    @Sizes
    default void multipliesMatricesOfAnySize(int size) {
        assertProduct(size, 9, 7);
        assertProduct(3, size, 2);
        assertProduct(2, 5, size);
        assertProduct(size, size, size);
    }

    @Sizes
    default void multipliesByATransposedRightSide(int size) {
        double[] a = numbers(3 * size, 1);
        double[] b = numbers(size * size, 2);

        Matrix product = kernels()
                .matmulTransposeB(kernels().matrix(3, size, a), kernels().matrix(size, size, b));

        double[] entries = product.toArray();
        assertThat(product.shape()).isEqualTo("3×" + size);
        for (int at = 0; at < entries.length; at++) {
            double[] left = Exact.row(a, size, at / size);
            Exact.assertSum(entries[at], Exact.dot(left, Exact.row(b, size, at % size)), size, precision());
        }
    }

    @Sizes
    default void multipliesATransposedLeftSide(int size) {
        double[] a = numbers(size * 3, 3);
        double[] b = numbers(size * size, 4);

        Matrix product = kernels()
                .matmulTransposeA(kernels().matrix(size, 3, a), kernels().matrix(size, size, b));

        double[] entries = product.toArray();
        assertThat(product.shape()).isEqualTo("3×" + size);
        for (int at = 0; at < entries.length; at++) {
            double[] left = Exact.column(a, 3, at / size);
            Exact.assertSum(entries[at], Exact.dot(left, Exact.column(b, size, at % size)), size, precision());
        }
    }

    @Sizes
    default void givesEqualRowsForEqualRowsBitForBit(int size) {
        double[] row = numbers(9, 5);
        double[] a = new double[size * 9];
        Arrays.setAll(a, at -> row[at % 9]);
        Matrix left = kernels().matrix(size, 9, a);

        Matrix product = kernels().matmul(left, kernels().matrix(9, 7, numbers(63, 6)));
        Matrix transposed = kernels().matmulTransposeB(left, kernels().matrix(7, 9, numbers(63, 7)));

        for (int at = 0; at < size * 7; at++) {
            assertThat(product.toArray()[at]).isEqualTo(product.toArray()[at % 7]);
            assertThat(transposed.toArray()[at]).isEqualTo(transposed.toArray()[at % 7]);
        }
    }

    @Test
    default void multipliesByHand() {
        Matrix a = kernels().matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6});
        Matrix b = kernels().matrix(3, 2, new double[] {7, 8, 9, 10, 11, 12});

        assertThat(kernels().matmul(a, b).toArray()).containsExactly(58, 64, 139, 154);
        assertThat(kernels().matmulTransposeB(a, a).toArray()).containsExactly(14, 32, 32, 77);
        assertThat(kernels().matmulTransposeA(b, b).toArray()).containsExactly(251, 278, 278, 308);
    }

    @Sizes
    default void spreadsNanAndInfinityThroughProducts(int size) {
        double[] a = new double[2 * size];
        a[size - 1] = Double.NaN;
        a[2 * size - 1] = Double.POSITIVE_INFINITY;
        double[] b = new double[size * 2];
        b[2 * size - 1] = 1;

        double[] product = kernels()
                .matmul(kernels().matrix(2, size, a), kernels().matrix(size, 2, b))
                .toArray();

        assertThat(product).containsExactly(Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    default void takesNothingIntoAProductFromMemoryThatWasFreed() {
        double[] nan = new double[64 * 64];
        Arrays.fill(nan, Double.NaN);
        double[] zero = new double[64 * 64];

        for (int round = 0; round < 20; round++) {
            kernels().matrix(64, 64, nan);
            kernels().close();
            Matrix a = kernels().matrix(64, 64, zero);
            assertThat(kernels().matmul(a, a).toArray()).containsOnly(0);
        }
    }

    @Test
    default void refusesSidesThatDoNotMeetAndNamesBothShapes() {
        Matrix a = kernels().matrix(2, 3, new double[6]);
        Matrix b = kernels().matrix(5, 4, new double[20]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matmul(a, b))
                .withMessage("2×3 · 5×4 is no product: 3 columns meet 5 rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matmulTransposeB(a, b))
                .withMessage("2×3 · (5×4)ᵀ is no product: 3 columns meet 4 columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matmulTransposeA(a, b))
                .withMessage("(2×3)ᵀ · 5×4 is no product: 2 rows meet 5 rows");
    }

    private void assertProduct(int m, int k, int n) {
        double[] a = numbers(m * k, 5);
        double[] b = numbers(k * n, 6);

        Matrix product = kernels().matmul(kernels().matrix(m, k, a), kernels().matrix(k, n, b));

        double[] entries = product.toArray();
        assertThat(product.shape()).isEqualTo(m + "×" + n);
        for (int at = 0; at < entries.length; at++) {
            Exact.assertSum(
                    entries[at], Exact.dot(Exact.row(a, k, at / n), Exact.column(b, n, at % n)), k, precision());
        }
    }
}
