package dev.gradlens.check.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.check.noise.Exactness.Operation;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactnessTests {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void saysWhatDecimalsOfAnyLengthSay(long seed) {
        Random seeded = new Random(seed);
        int[] exact = new int[2];

        for (int trial = 0; trial < 2000; trial++) {
            double x = shortNumber(seeded);
            double y = shortNumber(seeded);
            boolean sum = big(x).add(big(y)).compareTo(big(x + y)) == 0;
            boolean product = big(x).multiply(big(y)).compareTo(big(x * y)) == 0;
            boolean quotient = big(x / y).multiply(big(y)).compareTo(big(x)) == 0;
            exact[sum ? 0 : 1]++;

            assertThat(Operation.SUM.isExact(x, y, x + y)).isEqualTo(sum);
            assertThat(Operation.DIFFERENCE.isExact(x, -y, x + y)).isEqualTo(sum);
            assertThat(Operation.PRODUCT.isExact(x, y, x * y)).isEqualTo(product);
            assertThat(Operation.QUOTIENT.isExact(x, y, x / y)).isEqualTo(quotient);
        }

        assertThat(exact[0]).isBetween(200, 1800);
    }

    /** Half of them with so few digits that much is exact. */
    private static double shortNumber(Random seeded) {
        double number = seeded.nextDouble(1, 1024) * (seeded.nextBoolean() ? 1 : -1);
        return seeded.nextBoolean() ? Math.rint(number) : number;
    }

    private static BigDecimal big(double number) {
        return new BigDecimal(number);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, true", "0.1, 0.2, 0.3, false", "1e16, 1, 0, false", "0.1, 0, 0.2, false", "0.1, 0, 0, true"})
    void looksAtEveryPartialSum(double first, double second, double third, boolean exact) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            Values terms = Values.row(first, second, third);

            assertThat(Exactness.ofSum(k.matrix(terms), Axis.COLUMNS)).containsExactly(exact);
            assertThat(Exactness.ofSum(k.matrix(terms.transposed()), Axis.ROWS)).containsExactly(exact);
        }
    }

    @Test
    void repeatsASideOfLengthOne() {
        Values left = new Values(2, 2, new double[] {0.1, 1, 2, 0.1});
        Values right = Values.row(0.2, 3);
        Values sum = new Values(2, 2, new double[] {0.1 + 0.2, 4, 2 + 0.2, 3.1});

        boolean[] exact = Exactness.of(Operation.SUM, left, right, sum);

        assertThat(exact).containsExactly(false, true, false, false);
    }
}
