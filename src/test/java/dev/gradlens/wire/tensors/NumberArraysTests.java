package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tensors of many pieces, and of sizes about the end of one. */
class NumberArraysTests {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WireModule()).build();

    private static double[] numbers(int count) {
        SplittableRandom random = new SplittableRandom(count);
        return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
    }

    private static double[][][] nested(int[] shape, double[] numbers) {
        return IntStream.range(0, shape[0])
                .mapToObj(i -> IntStream.range(i * shape[1], (i + 1) * shape[1])
                        .mapToObj(row -> Arrays.copyOfRange(numbers, row * shape[2], (row + 1) * shape[2]))
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static String vector(DoubleStream numbers) {
        return numbers.mapToObj(Double::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private void isWritten(Object answer, String expected) {
        assertThat(json.writeValueAsString(answer)).isEqualTo(expected);
        assertThat(new String(json.writeValueAsBytes(answer), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 255, 256, 257, 391, 512, 513, 32_767, 32_768, 100_000})
    void writesVectorsOfAnyLength(int length) {
        double[] numbers = numbers(length);

        isWritten(Tensor.vector(numbers), vector(DoubleStream.of(numbers)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 256, 300, 5000})
    void writesTensorsOfManyAxesWhateverTheLengthOfTheirRows(int length) {
        int[] shape = {3, Math.max(2, 50_000 / length), length};
        double[] numbers = numbers(shape[0] * shape[1] * shape[2]);
        numbers[numbers.length / 2] = Double.NaN;

        isWritten(Tensor.of(shape, numbers), json.writeValueAsString(nested(shape, numbers)));
    }

    @Test
    void writesNumbersOfTheGreatestLength() {
        double[] numbers = new double[5000];
        Arrays.fill(numbers, -2.2250738585072014E-308);

        isWritten(Tensor.vector(numbers), vector(DoubleStream.of(numbers)));
    }

    @Test
    void writesMatricesAndTheirTransposes() {
        double[] numbers = numbers(70 * 90);
        Tensor matrix = Tensor.matrix(70, 90, numbers);

        isWritten(
                matrix,
                IntStream.range(0, 70)
                        .mapToObj(i -> vector(IntStream.range(0, 90).mapToDouble(j -> numbers[90 * i + j])))
                        .collect(Collectors.joining(",", "[", "]")));
        isWritten(
                matrix.transposed(),
                IntStream.range(0, 90)
                        .mapToObj(j -> vector(IntStream.range(0, 70).mapToDouble(i -> numbers[90 * i + j])))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Test
    void writesFlatTensorsRowByRow() {
        Tensor flat = Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6}).in(Encoding.FLAT);

        isWritten(flat, "{\"shape\":[2,3],\"datatype\":\"FP64\",\"data\":[1.0,2.0,3.0,4.0,5.0,6.0]}");
        isWritten(flat.transposed(), "{\"shape\":[3,2],\"datatype\":\"FP64\",\"data\":[1.0,4.0,2.0,5.0,3.0,6.0]}");
    }

    @Test
    void writesFloatsAsFloats() {
        double[] numbers = numbers(3000);
        String expected = DoubleStream.of(numbers)
                .mapToObj(number -> Float.toString((float) number))
                .collect(Collectors.joining(",", "[", "]"));

        isWritten(Tensor.vector(numbers).inSinglePrecision(), expected);
    }

    @Test
    void writesWhatIsBeyondSinglePrecisionAsAnInfinity() {
        isWritten(Tensor.vector(new double[] {1e300, -1e300}).inSinglePrecision(), "[\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void writesEmptyTensors() {
        isWritten(Tensor.vector(new double[0]), "[]");
        isWritten(Tensor.matrix(2, 0, new double[0]), "[[],[]]");
        isWritten(Tensor.matrix(0, 2, new double[0]), "[]");
    }

    @Test
    void standsBesideOtherValues() {
        Tensor one = Tensor.vector(numbers(1000));
        String text = json.writeValueAsString(one);

        isWritten(List.of("a", one, one, 7), "[\"a\"," + text + "," + text + ",7]");
    }
}
