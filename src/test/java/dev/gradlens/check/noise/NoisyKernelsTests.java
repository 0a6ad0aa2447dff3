package dev.gradlens.check.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoisyKernelsTests {

    private static final int WORLDS = 64;

    @Test
    void moveWhatIsRoundedByAFewUnitsInTheLastPlace() {
        double[] products = inEveryWorld((k, one) -> k.multiply(k.multiply(one, 0.1), 3));

        assertThat(Arrays.stream(products).distinct().count()).isGreaterThan(2);
        assertThat(Arrays.stream(products)
                        .map(product -> Math.abs(product - 0.3))
                        .max()
                        .orElseThrow())
                .isLessThan(32 * 0x1p-52);
    }

    @Test
    void neverLeaveARoundedNumberInPlace() {
        double[] products = inEveryWorld((k, one) -> k.multiply(k.matrix(1, 1, new double[] {0.1}), 0.3));

        assertThat(products).isNotEmpty().doesNotContain(0.1 * 0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2, -4, 0x1p-40})
    void doNotMoveAProductByAPowerOfTwo(double power) {
        double[] products = inEveryWorld((k, one) -> k.multiply(k.matrix(1, 1, new double[] {0.1}), power));

        assertThat(products).containsOnly(0.1 * power);
    }

    @Test
    void doNotMoveTheMeanOfEqualNumbers() {
        double[] means = inEveryWorld((k, one) -> k.mean(k.matrix(3, 1, new double[] {0.1, 0.1, 0.1}), Axis.ROWS));

        assertThat(means).containsOnly(0.1);
    }

    @Test
    void moveTheMeanOfOthers() {
        double[] means = inEveryWorld((k, one) -> k.mean(k.matrix(3, 1, new double[] {0.1, 0.1, 0.2}), Axis.ROWS));

        assertThat(Arrays.stream(means).distinct().count()).isGreaterThan(4);
    }

    @Test
    void doNotMoveASumOfOneNumber() {
        double[] sums = inEveryWorld((k, one) -> k.sum(k.matrix(1, 1, new double[] {0.1}), Axis.COLUMNS));

        assertThat(sums).containsOnly(0.1);
    }

    @Test
    void doNotMoveASumWithZero() {
        double[] sums =
                inEveryWorld((k, one) -> k.add(k.subtract(k.matrix(1, 1, new double[] {0.1}), zero(k)), zero(k)));

        assertThat(sums).containsOnly(0.1);
    }

    @Test
    void giveEqualNumbersTheSameNoise() {
        double[] differences = inEveryWorld((k, one) -> {
            Matrix first = k.multiply(one, 0.1);
            Matrix second = k.multiply(one, 0.1);
            return k.subtract(first, second);
        });

        assertThat(differences).containsOnly(0);
    }

    @Test
    void moveAProductByTheRoundingOfItsTerms() {
        double[] cancelling = inEveryWorld((k, one) ->
                k.matmul(k.matrix(1, 2, new double[] {1e6, -2e6}), k.matrix(2, 1, new double[] {0.2, 0.1})));

        assertThat(Arrays.stream(cancelling).map(Math::abs).max().orElseThrow()).isBetween(1e-11, 1e-9);
    }

    @Test
    void letNaNAndInfinityThrough() {
        double[] nan = inEveryWorld((k, one) -> k.add(k.multiply(one, Double.NaN), one));
        double[] infinite = inEveryWorld((k, one) -> k.multiply(one, Double.POSITIVE_INFINITY));

        assertThat(nan).containsOnly(Double.NaN);
        assertThat(infinite).containsOnly(Double.POSITIVE_INFINITY);
    }

    private static Matrix zero(Kernels k) {
        return k.matrix(1, 1, new double[1]);
    }

    private static double[] inEveryWorld(BiFunction<Kernels, Matrix, Matrix> computation) {
        double[] results = new double[WORLDS];
        for (int world = 0; world < WORLDS; world++) {
            try (Kernels kernels = new NoisyKernels(new ReferenceKernelsProvider().open(), new Jitter(world))) {
                Matrix one = kernels.matrix(1, 1, new double[] {1});
                results[world] = computation.apply(kernels, one).scalar();
            }
        }
        return results;
    }
}
