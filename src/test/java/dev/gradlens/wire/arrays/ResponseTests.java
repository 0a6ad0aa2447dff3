package dev.gradlens.wire.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text beside the arrays of a file. */
class ResponseTests {
    private static final NamedArray ARRAY = new NamedArray("a", Shape.of(2), Datatype.F64, new double[] {1, 2});
    private static final String TEXT = "{\"network\": \"z̃ = γ·ẑ + β\"}";

    static Stream<ArrayFormat> formats() {
        return Stream.of(new NpzFormat(), new SafetensorsFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isWhatWasWritten(ArrayFormat format) {
        byte[] file = ArrayFiles.written(format, TEXT, ARRAY);

        assertThat(format.response(file, memory())).contains(TEXT);
    }

    @Test
    void isUnpackedWhereItIsCompressed() throws IOException {
        byte[] file = zip("response.json", TEXT.repeat(100));

        assertThat(new NpzFormat().response(file, memory())).contains(TEXT.repeat(100));
    }

    @Test
    void isAbsentWhereNobodyWroteOne() throws IOException {
        assertThat(new NpzFormat().response(zip("other.npy", "x"), memory())).isEmpty();
        assertThat(new SafetensorsFormat().response(safetensors("{\"a\":1}"), memory()))
                .isEmpty();
        assertThat(new SafetensorsFormat().response(safetensors("{\"__metadata__\":{\"b\":\"c\"}}"), memory()))
                .isEmpty();
    }

    @Test
    void isRefusedWhereItIsDamaged() {
        byte[] file = ArrayFiles.written(new NpzFormat(), TEXT, ARRAY);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf("network")]++;

        assertThatThrownBy(() -> new NpzFormat().response(file, memory()))
                .isInstanceOfSatisfying(
                        ArrayRefusedException.class,
                        refused -> assertThat(refused.reason()).contains("damaged"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_048_577, 5_000_000})
    void isRefusedWhereItIsTooLong(int length) throws IOException {
        byte[] file = zip("response.json", " ".repeat(length));

        assertThatThrownBy(() -> new NpzFormat().response(file, memory()))
                .isInstanceOfSatisfying(
                        ArrayRefusedException.class,
                        refused -> assertThat(refused.reason()).contains("1048576"));
    }

    private static ArrayMemory memory() {
        return new ArrayMemory(ArrayFiles.LIMITS, _ -> {});
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private static byte[] safetensors(String header) {
        byte[] file = new byte[8 + header.length()];
        file[0] = (byte) header.length();
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, file, 8, header.length());
        return file;
    }
}
