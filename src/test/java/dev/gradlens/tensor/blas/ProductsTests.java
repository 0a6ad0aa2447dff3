package dev.gradlens.tensor.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.blas.NativeBlas.Floats;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductsTests {
    private final Products products = new Products(Cores.all());
    private final Random random = new Random(1);

    static Stream<int[]> shapes() {
        return Stream.of(1, 2, 7, 9, 65)
                .flatMap(m ->
                        Stream.of(1, 8, 33).flatMap(n -> Stream.of(1, 5, 64).map(k -> new int[] {m, n, k})));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multipliesDoublesWithAnyTranspose(int[] shape) {
        for (int transposes = 0; transposes < 4; transposes++) {
            double[] a = numbers(shape[0] * shape[2]);
            double[] b = numbers(shape[2] * shape[1]);
            double[] c = new double[shape[0] * shape[1]];

            products.multiply(a, transposes > 1, b, transposes % 2 == 1, c, shape[0], shape[1], shape[2]);

            assertThat(distance(c, plain(a, transposes > 1, b, transposes % 2 == 1, shape)))
                    .isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void multipliesFloatsWithAnyTranspose(int[] shape) {
        for (int transposes = 0; transposes < 4; transposes++) {
            double[] a = rounded(numbers(shape[0] * shape[2]));
            double[] b = rounded(numbers(shape[2] * shape[1]));
            float[] c = new float[shape[0] * shape[1]];

            products.multiply(
                    floats(a), transposes > 1, floats(b), transposes % 2 == 1, c, shape[0], shape[1], shape[2]);

            assertThat(distance(doubles(c), plain(a, transposes > 1, b, transposes % 2 == 1, shape)))
                    .isLessThan(5e-5);
        }
    }

    @Test
    void givesTheSameBitsOnAnyNumberOfCores() {
        float[] a = floats(numbers(1100 * 1000));
        float[] b = floats(numbers(1000 * 1200));
        float[] alone = new float[1100 * 1200];
        float[] shared = new float[1100 * 1200];

        new Products(Cores.one()).multiply(a, false, b, false, alone, 1100, 1200, 1000);
        products.multiply(a, false, b, false, shared, 1100, 1200, 1000);

        assertThat(Split.of(1100, 1200, 1000).parts()).isGreaterThan(2);
        assertThat(Arrays.equals(shared, alone)).isTrue();
    }

    @Test
    void splitsALargeProductIntoPartsThatCoverIt() {
        int m = 517;
        int n = 2050;
        int k = 1101;
        double[] a = numbers(m * k);
        double[] b = numbers(n * k);
        double[] c = new double[m * n];

        products.multiply(a, false, b, true, c, m, n, k);

        assertThat(distance(c, plain(a, false, b, true, new int[] {m, n, k}))).isLessThan(1e-11);
    }

    @Test
    void refusesFactorsThatAreTooShort() {
        Floats short3 = new Floats(new float[5], 0, 3);
        Floats enough = new Floats(new float[9], 0, 3);

        assertThatThrownBy(() -> NativeBlas.multiply(enough, false, short3, false, enough, 3, 3, 3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3×3 entries, rows 3 apart, do not lie in an array of 5 from 0 on");
    }

    @Test
    void addsToWhatIsKept() {
        float[] floats = {10, 20};
        double[] doubles = {10, 20};

        products.multiply(new float[] {2}, false, new float[] {3, 4}, false, 0.5f, floats, 1, 2, 1);
        products.multiply(new double[] {2}, false, new double[] {3, 4}, false, 0.5, doubles, 1, 2, 1);

        assertThat(floats).containsExactly(11, 18);
        assertThat(doubles).containsExactly(11, 18);
    }

    @Test
    void doesNotReadWhatItOverwrites() {
        float[] c = {Float.NaN};

        products.multiply(new float[] {2}, false, new float[] {3}, false, c, 1, 1, 1);

        assertThat(c).containsExactly(6);
    }

    private static double distance(double[] x, double[] y) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i] - y[i])); // NaN if either is
        }
        return largest;
    }

    private double[] numbers(int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private static double[] plain(double[] a, boolean transposeA, double[] b, boolean transposeB, int[] shape) {
        int m = shape[0];
        int n = shape[1];
        int k = shape[2];
        double[] c = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int l = 0; l < k; l++) {
                    c[i * n + j] += a[transposeA ? l * m + i : i * k + l] * b[transposeB ? j * k + l : l * n + j];
                }
            }
        }
        return c;
    }

    private static double[] rounded(double[] numbers) {
        return doubles(floats(numbers));
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }
}
