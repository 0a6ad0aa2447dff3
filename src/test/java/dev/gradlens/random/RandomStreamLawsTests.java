package dev.gradlens.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Values;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What random numbers are to be like. A bound is four standard errors, which chance alone exceeds once in 16,000 times; the
 * streams are always the same, so that it never does.
 */
class RandomStreamLawsTests {

    private static final int COUNT = 200_000;
    private static final double FOUR_ERRORS = 4 / Math.sqrt(COUNT);
    /** Kolmogorov's distribution: P(√N·D > 2.2) is 1 in 8,000. */
    private static final double KOLMOGOROV = 2.2 / Math.sqrt(COUNT);

    private static double[] numbers(long seed, int index, ToDoubleFunction<RandomStream> kind) {
        RandomStream stream = new RandomStream(seed, Purpose.WEIGHTS, index);
        return DoubleStream.generate(() -> kind.applyAsDouble(stream))
                .limit(COUNT)
                .toArray();
    }

    private static double[] normals(long seed, int index) {
        return numbers(seed, index, RandomStream::normal);
    }

    /** The mean of the k-th powers. */
    private static double moment(double[] numbers, int k) {
        return Arrays.stream(numbers).map(x -> Math.pow(x, k)).average().orElseThrow();
    }

    /** The largest distance between what was drawn and what is expected of it; expected is sorted. */
    private static double distance(double[] expected) {
        double largest = 0;
        for (int i = 0; i < COUNT; i++) {
            double above = (i + 1.0) / COUNT - expected[i];
            double below = expected[i] - (double) i / COUNT;
            largest = Math.max(largest, Math.max(above, below));
        }
        return largest;
    }

    /** Φ of every number. */
    private static double[] probabilities(double[] numbers) {
        try (Kernels k = new ReferenceKernelsProvider().open()) {
            return k.multiply(k.map(Elementary.ERFC, k.multiply(k.matrix(Values.row(numbers)), -Math.sqrt(0.5))), 0.5)
                    .toArray();
        }
    }

    private static double correlation(double[] x, double[] y, int lag) {
        double sum = 0;
        for (int i = lag; i < COUNT; i++) {
            sum += x[i] * y[i - lag];
        }
        return sum / COUNT;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1L << 40})
    void uniformNumbersFillTheUnitInterval(long seed) {
        double[] sorted = numbers(seed, 0, RandomStream::uniform);
        Arrays.sort(sorted);

        assertThat(sorted[0]).isNotNegative();
        assertThat(sorted[COUNT - 1]).isLessThan(1);
        assertThat(distance(sorted)).isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1L << 40})
    void normalNumbersHaveTheMomentsOfTheNormalDistribution(long seed) {
        double[] numbers = normals(seed, 0);

        assertThat(moment(numbers, 1)).isCloseTo(0, within(FOUR_ERRORS));
        assertThat(moment(numbers, 2)).isCloseTo(1, within(FOUR_ERRORS * Math.sqrt(2)));
        assertThat(moment(numbers, 3)).isCloseTo(0, within(FOUR_ERRORS * Math.sqrt(15)));
        assertThat(moment(numbers, 4)).isCloseTo(3, within(FOUR_ERRORS * Math.sqrt(96)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 1L << 40})
    void normalNumbersAreDistributedAsSuch(long seed) {
        double[] sorted = normals(seed, 3);
        Arrays.sort(sorted);

        assertThat(distance(probabilities(sorted))).isLessThan(KOLMOGOROV);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 50})
    void numbersAreNotCorrelatedWithThoseBeforeThem(int lag) {
        double[] numbers = normals(5, 0);

        assertThat(correlation(numbers, numbers, lag)).isCloseTo(0, within(FOUR_ERRORS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void neighbouringStreamsAreNotCorrelated(int lag) {
        double[] numbers = normals(0, 0);

        assertThat(correlation(numbers, normals(0, 1), lag)).isCloseTo(0, within(FOUR_ERRORS));
        assertThat(correlation(numbers, normals(1, 0), lag)).isCloseTo(0, within(FOUR_ERRORS));
        assertThat(correlation(numbers, normals(1L << 32, 0), lag)).isCloseTo(0, within(FOUR_ERRORS));
    }
}
