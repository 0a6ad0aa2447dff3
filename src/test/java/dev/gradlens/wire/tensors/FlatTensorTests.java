package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tensors that are written as objects with their shape. The texts in base64 are NumPy's, of {@code x.tobytes()}. */
class FlatTensorTests {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WireModule()).build();

    private String written(Tensor tensor, Encoding encoding) {
        return json.writeValueAsString(tensor.in(encoding));
    }

    @Test
    void writesAMatrixRowByRow() {
        Tensor matrix = Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 0.1});

        assertThat(written(matrix, Encoding.FLAT))
                .isEqualTo("{\"shape\":[2,3],\"datatype\":\"FP64\",\"data\":[1.0,2.0,3.0,4.0,5.0,0.1]}");
        assertThat(written(matrix.transposed(), Encoding.FLAT))
                .isEqualTo("{\"shape\":[3,2],\"datatype\":\"FP64\",\"data\":[1.0,4.0,2.0,5.0,3.0,0.1]}");
    }

    @Test
    void writesAnyNumberOfAxes() {
        assertThat(written(Tensor.of(new int[] {1, 2, 1}, new double[] {1, 2}), Encoding.FLAT))
                .isEqualTo("{\"shape\":[1,2,1],\"datatype\":\"FP64\",\"data\":[1.0,2.0]}");
        assertThat(written(Tensor.vector(new double[] {1, 2}), Encoding.FLAT)).startsWith("{\"shape\":[2],");
    }

    @Test
    void writesWhatIsNotFiniteAsStringsOrAsItsBits() {
        Tensor vector = Tensor.vector(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY});

        assertThat(written(vector, Encoding.FLAT))
                .isEqualTo("{\"shape\":[3],\"datatype\":\"FP64\",\"data\":[\"NaN\",\"Infinity\",\"-Infinity\"]}");
        assertThat(written(vector, Encoding.BASE64)).contains("\"AAAAAAAA+H8AAAAAAADwfwAAAAAAAPD/\"");
    }

    @Test
    void writesBitsInLittleEndian() {
        Tensor vector = Tensor.vector(new double[] {0.1, -0.0, 1e-320, 3});

        assertThat(written(vector, Encoding.BASE64))
                .isEqualTo("{\"shape\":[4],\"datatype\":\"FP64\","
                        + "\"base64\":\"mpmZmZmZuT8AAAAAAAAAgOgHAAAAAAAAAAAAAAAACEA=\"}");
        assertThat(written(vector.inSinglePrecision(), Encoding.BASE64))
                .isEqualTo("{\"shape\":[4],\"datatype\":\"FP32\",\"base64\":\"zczMPQAAAIAAAAAAAABAQA==\"}");
    }

    @Test
    void writesSinglePrecisionAsSuch() {
        Tensor tenth = Tensor.vector(new double[] {(double) 0.1f}).inSinglePrecision();

        assertThat(written(tenth, Encoding.FLAT)).isEqualTo("{\"shape\":[1],\"datatype\":\"FP32\",\"data\":[0.1]}");
    }

    /** The sizes are around those of the chunks that bytes are made and encoded in. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 999, 1000, 1001, 1023, 1024, 1025, 2048, 5000})
    void keepsEveryBitOfAnyLength(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        double[] values =
                random.longs(rows * 2L).mapToDouble(Double::longBitsToDouble).toArray();

        JsonNode flat = json.readTree(written(Tensor.matrix(rows, 2, values).transposed(), Encoding.BASE64));

        ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(flat.get("base64").stringValue()))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.remaining()).isEqualTo(values.length * Double.BYTES);
        for (int j = 0; j < 2; j++) {
            for (int i = 0; i < rows; i++) {
                assertThat(Double.doubleToLongBits(bytes.getDouble()))
                        .isEqualTo(Double.doubleToLongBits(values[2 * i + j]));
            }
        }
    }

    @Test
    void givesItsBytesOneByOneToo() throws IOException {
        try (TensorBytes bytes = new TensorBytes(Tensor.vector(new double[] {0.1, -1}))) {
            assertThat(bytes.read()).isEqualTo(0x9a);
            assertThat(bytes.readAllBytes()).hasSize(15).endsWith(0xf0, 0xbf);
            assertThat(bytes.read()).isEqualTo(-1);
        }
    }
}
