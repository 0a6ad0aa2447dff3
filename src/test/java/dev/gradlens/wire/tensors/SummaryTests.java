package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tensor is like. Expected numbers are those of NumPy 1.24, unless it overflows. */
class SummaryTests {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WireModule()).build();

    private static JsonNode summary(Tensor tensor) {
        return JSON.readTree(JSON.writeValueAsString(tensor.in(Encoding.SUMMARY)));
    }

    private static JsonNode summary(double... values) {
        return summary(Tensor.vector(values));
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    @Test
    void isWrittenInAFixedOrder() {
        Tensor matrix = Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6});

        assertThat(JSON.writeValueAsString(matrix.transposed().in(Encoding.SUMMARY)))
                .isEqualTo("{\"shape\":[3,2],\"min\":1.0,\"max\":6.0,\"mean\":3.5,\"std\":1.707825127659933,"
                        + "\"norm\":9.539392014169456,\"zeros\":0,\"nonFinite\":0,\"histogram\":"
                        + "{\"edges\":[1.0,1.5,2.0,2.5,3.0,3.5,4.0,4.5,5.0,5.5,6.0],"
                        + "\"counts\":[1,0,1,0,1,0,1,0,1,1]}}");
    }

    @Test
    void countsZerosOfEitherSign() {
        JsonNode summary = summary(0.1, -0.0, 0, 2.5, -3.75, 0.1, 1 / 3.0);

        assertThat(summary.get("zeros").intValue()).isEqualTo(2);
        assertThat(summary.get("mean").doubleValue()).isEqualTo(-0.10238095238095236, within(1e-16));
        assertThat(summary.get("std").doubleValue()).isEqualTo(1.7058821804583817, within(1e-15));
        assertThat(summary.get("norm").doubleValue()).isEqualTo(4.521461169921855, within(1e-15));
        assertThat(numbers(summary.at("/histogram/edges")))
                .containsExactly(-3.75, -3.125, -2.5, -1.875, -1.25, -0.625, 0, 0.625, 1.25, 1.875, 2.5);
        assertThat(numbers(summary.at("/histogram/counts"))).containsExactly(1, 0, 0, 0, 0, 0, 5, 0, 0, 1);
    }

    @Test
    void isOfTheFiniteNumbers() {
        JsonNode summary = summary(0, Double.NaN, 4, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        assertThat(summary.get("nonFinite").intValue()).isEqualTo(3);
        assertThat(summary.get("zeros").intValue()).isEqualTo(1);
        assertThat(summary.get("mean").doubleValue()).isEqualTo(2);
        assertThat(summary.get("max").doubleValue()).isEqualTo(4);
        assertThat(DoubleStream.of(numbers(summary.at("/histogram/counts"))).sum())
                .isEqualTo(2);
    }

    @Test
    void saysNothingOfFiniteNumbersWhereThereAreNone() {
        assertThat(JSON.writeValueAsString(
                        Tensor.vector(new double[] {Double.NaN, Double.NaN}).in(Encoding.SUMMARY)))
                .isEqualTo("{\"shape\":[2],\"zeros\":0,\"nonFinite\":2}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -1 / 3.0, 7, 0, 1e308, -Double.MAX_VALUE, Double.MIN_VALUE, 1e-310, 123456.789})
    void findsNoSpreadInEqualNumbers(double number) {
        for (int count : new int[] {1, 2, 3, 7, 10, 49, 1000, 9999}) {
            double[] values = new double[count];
            Arrays.fill(values, number);

            JsonNode summary = summary(values);

            assertThat(summary.get("mean").doubleValue()).isEqualTo(number);
            assertThat(summary.get("std").doubleValue()).isZero();
            assertThat(numbers(summary.at("/histogram/edges"))).isSorted().doesNotHaveDuplicates();
            assertThat(DoubleStream.of(numbers(summary.at("/histogram/counts"))).max())
                    .hasValue(count);
        }
    }

    @Test
    void putsEqualNumbersIntoTheMiddleOfARangeOfOne() {
        JsonNode summary = summary(7, 7);

        assertThat(numbers(summary.at("/histogram/edges")))
                .containsExactly(6.5, 6.6, 6.7, 6.8, 6.9, 7.0, 7.1, 7.2, 7.3, 7.4, 7.5);
        assertThat(numbers(summary.at("/histogram/counts"))).containsExactly(0, 0, 0, 0, 0, 2, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, 1.7e308, 1e-320, 1e200, 3e-162, 1})
    void isNoLessPreciseAtTheEndsOfTheRange(double large) {
        JsonNode summary = summary(large, large, -large, 0);

        assertThat(summary.get("mean").doubleValue() / large).isEqualTo(0.25, within(1e-3));
        assertThat(summary.get("std").doubleValue() / large).isEqualTo(Math.sqrt(0.6875), within(1e-3));
        assertThat(numbers(summary.at("/histogram/counts")))
                .startsWith(1, 0, 0, 0)
                .endsWith(0, 0, 0, 2);
    }

    @Test
    void takesANormBeyondTheRangeAsInfinite() {
        assertThat(summary(1.7e308, 1.7e308).get("norm").stringValue()).isEqualTo("Infinity");
        assertThat(summary(1e308, 1e308).get("norm").doubleValue()).isEqualTo(1.4142135623730951e308);
        assertThat(summary(3e-200, 4e-200).get("norm").doubleValue()).isEqualTo(5e-200);
    }

    @Test
    void losesNothingToLargeNumbersThatCancel() {
        JsonNode summary = summary(1e16, 1, -1e16, 1);

        assertThat(summary.get("mean").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void seesTheSpreadOfNeighbours() {
        JsonNode summary = summary(1, Math.nextUp(1.0));

        assertThat(summary.get("std").doubleValue()).isEqualTo(0x1p-53);
        assertThat(numbers(summary.at("/histogram/edges"))).isSorted().doesNotHaveDuplicates();
    }

    /** The edges of {@code numpy.linspace}, by which 0.3 lies below the edge 0.30000000000000004. */
    @Test
    void countsByTheEdgesThatItShows() {
        JsonNode histogram =
                summary(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1).get("histogram");

        assertThat(numbers(histogram.get("edges")))
                .containsExactly(
                        0,
                        0.1,
                        0.2,
                        0.30000000000000004,
                        0.4,
                        0.5,
                        0.6000000000000001,
                        0.7000000000000001,
                        0.8,
                        0.9,
                        1);
        assertThat(numbers(histogram.get("counts"))).containsExactly(1, 1, 2, 0, 1, 2, 1, 0, 1, 2);
    }

    static double[][] samples() {
        return new SplittableRandom(11)
                .longs(40)
                .mapToObj(seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    double scale = Math.scalb(1.0, random.nextInt(-1060, 1020));
                    return random.doubles(random.nextInt(1, 300), -2, 2)
                            .map(value -> value * scale)
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void putsEveryNumberBetweenTheEdgesOfItsBin(double[] values) {
        JsonNode summary = summary(values);

        double[] edges = numbers(summary.at("/histogram/edges"));
        double[] counts = numbers(summary.at("/histogram/counts"));
        assertThat(edges).hasSize(11).isSorted().doesNotHaveDuplicates();
        for (int k = 0; k < counts.length; k++) {
            int bin = k;
            long within = DoubleStream.of(values)
                    .filter(value ->
                            value >= edges[bin] && (value < edges[bin + 1] || (bin == 9 && value == edges[10])))
                    .count();
            assertThat((long) counts[k]).isEqualTo(within);
        }
    }

    @Test
    void writesTheEntriesAmongItInSinglePrecision() {
        JsonNode summary = summary(Tensor.vector(new double[] {0.1f, 0.7f}).inSinglePrecision());

        assertThat(summary.get("min").doubleValue()).isEqualTo(0.1);
        assertThat(summary.get("max").doubleValue()).isEqualTo(0.7);
        assertThat(summary.get("mean").doubleValue()).isEqualTo(((double) 0.1f + 0.7f) / 2);
        assertThat(numbers(summary.at("/histogram/edges")))
                .startsWith(0.1, 0.16)
                .endsWith(0.64, 0.7);
    }

    static float[][] singleSamples() {
        return new float[][] {
            {0.1f, 0.7f},
            {1 / 3f, 2 / 3f, 0.1f, -0.3f},
            {1e8f},
            {16_777_216f, 16_777_218f},
            {1, Math.nextUp(1f)},
            {0.7f, 0.7f},
            {Float.MAX_VALUE, -Float.MAX_VALUE},
            {Float.MAX_VALUE},
            {-Float.MAX_VALUE, Math.nextUp(-Float.MAX_VALUE)},
            {Float.MIN_VALUE, 0},
            {5_000_000.5f, 5_000_001.5f, 5_000_003f}
        };
    }

    @ParameterizedTest
    @MethodSource("singleSamples")
    void holdsSingleNumbersBetweenTheEdgesAsPrinted(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);

        JsonNode summary = summary(Tensor.vector(wide).inSinglePrecision());

        double[] edges = numbers(summary.at("/histogram/edges"));
        double[] counts = numbers(summary.at("/histogram/counts"));
        assertThat(edges).hasSize(11).isSorted().doesNotHaveDuplicates();
        assertThat(edges[0]).isLessThanOrEqualTo(summary.get("min").doubleValue());
        assertThat(edges[10]).isGreaterThanOrEqualTo(summary.get("max").doubleValue());
        for (int k = 0; k < counts.length; k++) {
            int bin = k;
            long within = DoubleStream.of(wide)
                    .filter(value -> value >= (float) edges[bin]
                            && (value < (float) edges[bin + 1] || (bin == 9 && value == (float) edges[10])))
                    .count();
            assertThat((long) counts[k]).isEqualTo(within);
        }
    }
}
