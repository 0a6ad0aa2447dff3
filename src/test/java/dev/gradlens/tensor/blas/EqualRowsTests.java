package dev.gradlens.tensor.blas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EqualRowsTests {
    private static final KernelsProvider BLAS = KernelsProviders.start("blas");

    /** Every second row is the first one; the others differ. */
    private static double[] interleaved(int rows, int columns) {
        double[] entries = new Random(1).doubles((long) rows * columns).toArray();
        for (int i = 1; i < rows; i += 2) {
            System.arraycopy(entries, 0, entries, i * columns, columns);
        }
        return entries;
    }

    /** In a hundred columns of which only one tells rows apart; there are so many kinds of rows. */
    private static double[] alikeButForOneColumn(int rows, int kinds) {
        double[] entries = new double[rows * 100];
        for (int i = 0; i < rows; i++) {
            entries[i * 100 + 1] = i % kinds;
        }
        return entries;
    }

    @ParameterizedTest
    @EnumSource
    void givesEqualRowsForRowsThatRepeatAmongOthers(Precision precision) {
        try (Kernels k = BLAS.open(precision)) {
            Matrix left = k.matrix(67, 33, interleaved(67, 33));
            Matrix right = k.matrix(5, 33, new Random(2).doubles(5 * 33).toArray());

            double[] product = k.matmulTransposeB(left, right).toArray();

            for (int at = 0; at < 67 * 5; at++) {
                boolean repeated = (at / 5) % 2 == 1;
                assertThat(product[at] == product[at % 5]).isEqualTo(repeated || at < 5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsRowsApartThatDifferInOneEntry(Precision precision) {
        try (Kernels k = BLAS.open(precision)) {
            Matrix left = k.matrix(67, 100, alikeButForOneColumn(67, 3));
            Matrix right = k.matrix(100, 1, new Random(2).doubles(100).toArray());

            double[] product = k.matmul(left, right).toArray();

            for (int i = 0; i < 67; i++) {
                assertThat(product[i]).isEqualTo(product[i % 3]);
            }
            assertThat(List.of(product[0], product[1], product[2])).doesNotHaveDuplicates();
        }
    }

    /** Compared one with another they would take a minute. */
    @Test
    void looksUpManyRowsThatAreNearlyAlike() {
        int rows = 50_000;
        try (Kernels k = BLAS.open()) {
            Matrix left = k.matrix(rows, 100, alikeButForOneColumn(rows, rows));
            double[] second = new double[100];
            second[1] = 2;

            double[] product = k.matmul(left, k.matrix(100, 1, second)).toArray();

            assertThat(product[rows - 1]).isEqualTo(2.0 * (rows - 1));
        }
    }
}
