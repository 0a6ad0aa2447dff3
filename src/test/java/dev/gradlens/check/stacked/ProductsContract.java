package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link Products} do: the numbers of a unit are whole vectors, but for plain ones. */
abstract class ProductsContract {

    abstract Products products();

    abstract int lanes();

    private static double[][] numbers(int units, int n, Random random) {
        double[][] numbers = new double[units][n];
        for (double[] unit : numbers) {
            fill(unit, random);
        }
        return numbers;
    }

    private static void fill(double[] numbers, Random random) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextGaussian();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 1, 1",
        "9, 3, 4, 1",
        "9, 0, 9, 2",
        "8, 0, 8, 3",
        "7, 1, 7, 4",
        "7, 0, 2, 5",
        "65, 0, 65, 7",
        "64, 60, 64, 9"
    })
    void addUpWhatHasMovedTimesItsWeight(int inputs, int from, int to, int count) {
        Random random = new Random(inputs + 31L * count);
        double[] w = new double[count * inputs];
        fill(w, random);
        for (int vectors = 1; vectors <= 9; vectors++) {
            int n = vectors * lanes();
            double[][] units = numbers(inputs, n, random);
            double[][] out = numbers(count, n + 1, random);
            double behind = out[count - 1][n];

            products().multiply(w, inputs, units, from, to, out, count, n);

            for (int u = 0; u < count; u++) {
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    for (int k = from; k < to; k++) {
                        sum += w[u * inputs + k] * units[k][i];
                    }
                    assertThat(out[u][i]).isCloseTo(sum, within(1e-13));
                }
            }
            assertThat(out[count - 1][n]).isEqualTo(behind);
        }
    }
}
