package dev.gradlens.wire.arrays;

import static dev.gradlens.wire.arrays.ArrayFiles.read;
import static dev.gradlens.wire.arrays.ArrayFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what was given: for our own readers, and for NumPy where that is installed, as in {@code .ci/run}. */
class ArrayWritingTests {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String RESPONSE = "{\"cost\": 0.69, \"text\": \"∂J, \\\"quoted\\\"\"}";

    private static final NamedArray[] ARRAYS = {
        new NamedArray("Z1", Shape.of(2, 3), Datatype.F64, new double[] {0.1, -2, 3e-300, Double.NaN, -0.0, 6}),
        new NamedArray("mu1", Shape.of(2), Datatype.F64, new double[] {Double.POSITIVE_INFINITY, 1e308}),
        new NamedArray("dX", Shape.of(2, 1), Datatype.F32, new double[] {0.1f, Float.MIN_VALUE}),
        new NamedArray("jacobian1", Shape.of(1, 2, 2), Datatype.F64, new double[] {1, 2, 3, 4}),
        new NamedArray("cost", Shape.of(), Datatype.F64, new double[] {7})
    };

    static List<ArrayFormat> formats() {
        return List.of(new NpzFormat(), new SafetensorsFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isReadBackToTheLastBit(ArrayFormat format) {
        ArrayFiles.Read read = read(format, written(format, RESPONSE, ARRAYS));

        assertThat(read.faults()).isEmpty();
        assertThat(read.arrays())
                .usingElementComparator(ArrayWritingTests::differ)
                .containsExactly(ARRAYS);
    }

    private static int differ(NamedArray one, NamedArray other) {
        boolean same = one.name().equals(other.name())
                && one.shape().equals(other.shape())
                && one.datatype() == other.datatype()
                && Arrays.equals(one.values(), other.values());
        return same ? 0 : 1;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isTheSameEachTime(ArrayFormat format) {
        assertThat(written(format, RESPONSE, ARRAYS)).isEqualTo(written(format, RESPONSE, ARRAYS));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void mayHoldNoArrays(ArrayFormat format) {
        ArrayFiles.Read read = read(format, written(format, RESPONSE));

        assertThat(read.faults()).isEmpty();
        assertThat(read.arrays()).isEmpty();
    }

    @Test
    void isReadByNumpy(@TempDir Path folder) throws IOException, InterruptedException {
        assertPythonReads(new NpzFormat(), "read_npz.py", folder);
        assertPythonReads(new SafetensorsFormat(), "read_safetensors.py", folder);
    }

    private static void assertPythonReads(ArrayFormat format, String script, Path folder)
            throws IOException, InterruptedException {
        if (!hasNumpy()) {
            System.out.println(
                    "NOT TESTED: " + PYTHON + " has no numpy here, so that it read nothing of what we write");
            return;
        }
        Path file = Files.write(folder.resolve("arrays"), written(format, RESPONSE, ARRAYS));
        Path program = Files.write(folder.resolve(script), ArrayFiles.file(script));

        Process python = new ProcessBuilder(PYTHON, program.toString(), file.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(python.inputReader().lines().toList()).containsExactlyElementsOf(expectedLines());
        assertThat(python.waitFor()).isZero();
    }

    private static boolean hasNumpy() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import numpy").start().waitFor() == 0;
    }

    private static List<String> expectedLines() {
        return Stream.concat(Stream.of(ARRAYS).map(ArrayWritingTests::line), Stream.of(RESPONSE))
                .toList();
    }

    private static String line(NamedArray array) {
        String shape = array.shape().lengths().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String tuple = "(" + shape + (array.shape().axes() == 1 ? ",)" : ")");
        String bits = DoubleStream.of(array.values())
                .mapToObj(value -> "%016x".formatted(Double.doubleToRawLongBits(value)))
                .collect(Collectors.joining(" "));
        return String.join(" ", array.name(), array.datatype() == Datatype.F32 ? "<f4" : "<f8", tuple, bits);
    }
}
