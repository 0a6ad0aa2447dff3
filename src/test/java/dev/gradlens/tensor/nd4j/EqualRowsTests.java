package dev.gradlens.tensor.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EqualRowsTests {
    private static final Nd4jKernelsProvider PROVIDER = new Nd4jKernelsProvider();

    @BeforeAll
    static void start() {
        PROVIDER.start();
    }

    /** Every second row is the first one; the others differ. */
    private static double[] interleaved(int rows, int columns) {
        double[] entries = new Random(1).doubles((long) rows * columns).toArray();
        for (int i = 1; i < rows; i += 2) {
            System.arraycopy(entries, 0, entries, i * columns, columns);
        }
        return entries;
    }

    @Test
    void givesEqualRowsForRowsThatRepeatAmongOthers() {
        try (Kernels k = PROVIDER.open()) {
            Matrix left = k.matrix(67, 33, interleaved(67, 33));
            Matrix right = k.matrix(5, 33, new Random(2).doubles(5 * 33).toArray());

            double[] product = k.matmulTransposeB(left, right).toArray();

            for (int at = 0; at < 67 * 5; at++) {
                boolean repeated = (at / 5) % 2 == 1;
                assertThat(product[at] == product[at % 5]).isEqualTo(repeated || at < 5);
            }
        }
    }

    /** Numbers between −1 and 1 once had all the same hash, and a minute went by here. */
    @Test
    void looksUpManyDifferentRowsOneByOne() {
        int rows = 200_000;
        try (Kernels k = PROVIDER.open()) {
            Matrix left = k.matrix(rows, 1, new Random(3).doubles(rows).toArray());

            double[] product = k.matmul(left, k.matrix(1, 1, new double[] {2})).toArray();

            assertThat(product[rows - 1]).isEqualTo(2 * left.toArray()[rows - 1]);
        }
    }
}
