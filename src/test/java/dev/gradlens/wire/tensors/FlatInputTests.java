package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tensors that are sent as objects with their shape. The texts in base64 are NumPy's, of {@code x.tobytes()}. */
class FlatInputTests {
    private static final JsonMapper WRITER =
            JsonMapper.builder().addModule(new WireModule()).build();

    private final Faults faults = new Faults();
    private final Place x = Place.root(faults).member("X");

    private static JsonValue json(String text) {
        return new JsonReader(64).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonValue flat(String shape, String datatype, String numbers) {
        String member = numbers.startsWith("[") ? "data\": " + numbers : "base64\": \"" + numbers + "\"";
        return json("{\"shape\": %s, \"datatype\": \"%s\", \"%s}".formatted(shape, datatype, member));
    }

    private MatrixInput matrix(String shape, String datatype, String numbers) {
        return MatrixInput.read(flat(shape, datatype, numbers), x);
    }

    private VectorInput vector(String shape, String datatype, String numbers) {
        return VectorInput.read(flat(shape, datatype, numbers), x);
    }

    private List<String> inWords() {
        return faults.list().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2, 3, 4, 5, 6]", "AAAAAAAA8D8AAAAAAAAAQAAAAAAAAAhAAAAAAAAAEEAAAAAAAAAUQAAAAAAAABhA"})
    void readsAMatrixRowByRow(String numbers) {
        MatrixInput matrix = matrix("[2, 3]", "FP64", numbers);

        assertThat(matrix.shape()).isEqualTo("2×3");
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2]", "[2, 1]", "[2.0, 1e0]"})
    void readsAVectorAlsoAsAColumn(String shape) {
        assertThat(vector(shape, "FP64", "[0.5, -1]").values()).containsExactly(0.5, -1);
        assertThat(vector(shape, "FP64", "AAAAAAAA4D8AAAAAAADwvw==").values()).containsExactly(0.5, -1);
    }

    @Test
    void roundsToSinglePrecision() {
        assertThat(vector("[3]", "FP32", "[1, 0.1, -0.0]").values()).containsExactly(1, 0.1f, -0.0);
        assertThat(vector("[3]", "FP32", "AACAP83MzD0AAACA").values()).containsExactly(1, 0.1f, -0.0);
    }

    @Test
    void readsIntegersThatAreDoubles() {
        assertThat(vector("[4]", "INT64", "[1, 2.0, -9223372036854775808, 9007199254740994]")
                        .values())
                .containsExactly(1, 2, -0x1p63, 0x1p53 + 2);
        assertThat(vector("[1]", "INT64", "AAAAAAAAAIA=").values()).containsExactly(-0x1p63);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"INT64 | [0, 2, 1]", "FP64 | [0, 2, 1]", "FP32 | [0, 2, 1]"})
    void readsLabels(String datatype, String data) {
        assertThat(IntegersInput.read(flat("[3]", datatype, data), x).values()).containsExactly(0, 2, 1);
        assertThat(IntegersInput.read(flat("[3]", "INT64", "AAAAAAAAAAACAAAAAAAAAAEAAAAAAAAA"), x)
                        .values())
                .containsExactly(0, 2, 1);
    }

    /** What stands in place of SHAPE, TYPE and NUMBERS in turn, and the faults that it gets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[2] | FP64 | [1, 2] | /X/shape must be [rows, columns], got [2]",
                "[1, 2, 1] | FP64 | [1, 2] | /X/shape must be [rows, columns], got [1, 2, 1]",
                "[] | FP64 | [1, 2] | /X/shape must be [rows, columns], got []",
                "2 | FP64 | [1, 2] | /X/shape must be an array, got a number",
                "null | FP64 | [1, 2] | /X/shape must not be null; leave it out, or give an array",
                "\"2×1\" | FP64 | [1, 2] | /X/shape must be an array, got a string",
                "{} | FP64 | [1, 2] | /X/shape must be an array, got an object",
                "[1.5, 2] | FP64 | [1, 2] | /X/shape/0 must be an integer, got 1.5",
                "[1, \"2\"] | FP64 | [1, 2] | /X/shape/1 must be an integer, got a string",
                "[null, 2] | FP64 | [1, 2] | /X/shape/0 must not be null; leave it out, or give an integer",
                "[-1, 2] | FP64 | [1, 2] | /X/shape/0 must be at least 1, got -1",
                "[0, 2] | FP64 | [] | /X/shape/0 must be at least 1, got 0",
                "[-1, 0] | FP64 | [1, 2] | /X/shape/0 must be at least 1, got -1; /X/shape/1 must be at least 1, got 0",
                "[1e400, 1] | FP64 | [1, 2] | /X/shape/0 must be an integer from -9223372036854775808 to 9223372036854775807",
                "[2, 2] | FP64 | [1, 2] | /X/data has 2 numbers, but shape 2×2 needs 4",
                "[1, 2] | FP64 | [1, 2, 3] | /X/data has 3 numbers, but shape 1×2 needs 2",
                "[1, 2] | FP64 | [] | /X/data has 0 numbers, but shape 1×2 needs 2",
                "[4294967296, 4294967296] | FP64 | [1, 2] | /X/data has 2 numbers, but shape 4294967296×4294967296 needs 18446744073709551616",
                "[4294967297, 4294967296] | FP64 | AAAAAAAAAAA= | /X/base64 holds 8 bytes, but shape 4294967297×4294967296 of FP64 needs 147573952624036151296",
                "[2147483647, 2] | FP64 | [1, 2] | /X/data has 2 numbers, but shape 2147483647×2 needs 4294967294",
                "[1, 2] | FP16 | [1, 2] | /X/datatype must be one of FP64, FP32, INT64, got 'FP16'",
                "[1, 2] | INT32 | AAAAAAAAAAA= | /X/datatype must be one of FP64, FP32, INT64, got 'INT32'",
                "[1, 2] | BOOL | [true, false] | /X/datatype must be one of FP64, FP32, INT64, got 'BOOL'; /X/data/0 must be a number, got a boolean; /X/data/1 must be a number, got a boolean",
                "[1, 2] | fp64 | [1, 2] | /X/datatype must be one of FP64, FP32, INT64, got 'fp64'",
                "[1, 2] | float64 | [1, 2] | /X/datatype must be one of FP64, FP32, INT64, got 'float64'",
                "[1, 2] | FP16 | [1, 1e400] | /X/datatype must be one of FP64, FP32, INT64, got 'FP16'; /X/data/1 is beyond the range of a double",
                "[1, 2] | FP64 | [[1, 2]] | /X/data must be one array of numbers, row by row, got a matrix of numbers",
                "[2, 2] | FP64 | [[1, 2], [3]] | /X/data must be one array of numbers, row by row, got arrays in an array",
                "[1, 2] | FP64 | [[], 1] | /X/data must be one array of numbers, row by row, got arrays in an array",
                "[1, 2] | FP64 | [1, [2]] | /X/data/1 must be a number, got an array of numbers",
                "[1, 2] | FP64 | [1, \"a\"] | /X/data/1 must be a number, got a string",
                "[1, 2] | FP64 | [1, \"NaN\"] | /X/data/1 must be a finite number, got 'NaN'",
                "[1, 2] | FP64 | [\"-Infinity\", null] | /X/data/0 must be a finite number, got '-Infinity'; /X/data/1 must be a number, got null",
                "[1, 2] | FP64 | [1e400, -1e999] | /X/data/0 is beyond the range of a double; /X/data/1 is beyond the range of a double",
                "[1, 3] | FP32 | [1e39, 3.4e38, -4e38] | /X/data/0 is beyond the range of FP32; /X/data/2 is beyond the range of FP32",
                "[1, 2] | FP32 | [1e400, 1] | /X/data/0 is beyond the range of a double",
                "[1, 2] | INT64 | [1.5, 2] | /X/data/0 must be an integer, got 1.5",
                "[1, 2] | INT64 | [9007199254740993, 9007199254740992] | /X/data/0 must be an integer of 64 bits that a double holds exactly, got one near 9.007199254740992E15",
                "[1, 2] | INT64 | [9223372036854775807, -9223372036854775807] | /X/data/0 must be an integer of 64 bits that a double holds exactly, got one near 9.223372036854776E18; /X/data/1 must be an integer of 64 bits that a double holds exactly, got one near -9.223372036854776E18",
                "[1, 2] | INT64 | [9223372036854775808, 1e300] | /X/data/0 must be an integer of 64 bits that a double holds exactly, got one near 9.223372036854776E18; /X/data/1 must be an integer of 64 bits that a double holds exactly, got one near 1.0E300",
                "[1, 2] | INT64 | [1, -9223372036854775809] | /X/data/1 must be an integer of 64 bits that a double holds exactly, got one near -9.223372036854776E18",
                "[1, 1] | INT64 | AQAAAAAAIAA= | /X/base64 entry 0 (from 0) must be an integer of 64 bits that a double holds exactly, got one near 9.007199254740992E15",
                "[1, 1] | INT64 | /////////38= | /X/base64 entry 0 (from 0) must be an integer of 64 bits that a double holds exactly, got one near 9.223372036854776E18",
                "[1, 3] | FP64 | AAAAAAAA8D8AAAAAAAD4fwAAAAAAAPB/ | /X/base64 entry 1 (from 0) must be a finite number, got 'NaN'",
                "[2, 1] | FP32 | AACA/wAAgD8= | /X/base64 entry 0 (from 0) must be a finite number, got '-Infinity'",
                "[1, 2] | FP64 | AAAAAAAA4D8= | /X/base64 holds 8 bytes, but shape 1×2 of FP64 needs 16",
                "[1, 2] | FP32 | AAAAAAAA4D8AAAAAAADwvw== | /X/base64 holds 16 bytes, but shape 1×2 of FP32 needs 8",
                "[1, 1] | FP64 | AAAAAAAA | /X/base64 holds 6 bytes, but shape 1×1 of FP64 needs 8",
                "[1] | FP64 | AAAAAAAA | /X/shape must be [rows, columns], got [1]; /X/base64 holds 6 bytes, but FP64 has 8 for each number",
                "[1, 1] | FP64 | AAAA AAA4D8= | /X/base64 holds ' ' at character 4 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AAAAAAAA4D_= | /X/base64 holds '_' at character 10 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | -AAAAAAA4D8= | /X/base64 holds '-' at character 0 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AAAA\\nAAAA4D8= | /X/base64 holds '\\u000a' at character 4 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AAAé | /X/base64 holds 'é' at character 3 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | 😀AA | /X/base64 holds '😀' at character 0 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AA==AAAA4D8= | /X/base64 holds '=' at character 2 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AAAAAAAA4=== | /X/base64 holds '=' at character 9 (from 0), which is not of the standard alphabet",
                "[1, 1] | FP64 | AAAAAAAA4D8 | /X/base64 has 11 characters; padded with = it has a multiple of four",
                "[1, 1] | FP64 | AAAAAAAA4D8== | /X/base64 has 13 characters; padded with = it has a multiple of four",
                "[1, 1] | FP64 | = | /X/base64 has 1 character; padded with = it has a multiple of four",
                "[1, 1] | FP64 | AAAAAAAA4D9= | /X/base64 ends in bits that belong to no byte",
                "[1, 1] | FP32 | AACAPx== | /X/base64 ends in bits that belong to no byte",
            })
    void saysWhyATensorIsNoMatrix(String shape, String datatype, String numbers, String words) {
        MatrixInput.read(flat(shape, datatype, numbers), x);

        assertThat(inWords()).containsExactly(words.split("; (?=/X/)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /X/shape is missing; it must be an array; /X/datatype is missing; it must be one of FP64, FP32, INT64; /X/data is missing; a flat tensor has data or base64",
                "{\"shape\": [2]} | /X/datatype is missing; it must be one of FP64, FP32, INT64; /X/data is missing; a flat tensor has data or base64",
                "{\"shape\": [2], \"datatype\": \"FP64\"} | /X/data is missing; a flat tensor has data or base64",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"data\": [1], \"base64\": \"AAAAAAAA4D8=\"} | /X/base64 stands beside data; a flat tensor has one of data and base64",
                "{\"shape\": [1], \"data\": [1]} | /X/datatype is missing; it must be one of FP64, FP32, INT64",
                "{\"datatype\": \"FP64\", \"data\": [1]} | /X/shape is missing; it must be an array",
                "{\"datatype\": \"FP64\", \"base64\": \"AAAAAAAA4D8=\"} | /X/shape is missing; it must be an array",
                "{\"shape\": [1], \"datatype\": 64, \"data\": [1]} | /X/datatype must be one of FP64, FP32, INT64, got a number",
                "{\"shape\": [1], \"datatype\": null, \"data\": [1]} | /X/datatype must not be null; leave it out, or give one of FP64, FP32, INT64",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"data\": null} | /X/data must not be null; leave it out, or give a value",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"data\": 1} | /X/data must be one array of numbers, row by row, got a number",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"data\": \"1\"} | /X/data must be one array of numbers, row by row, got a string",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"data\": {}} | /X/data must be one array of numbers, row by row, got an object",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"base64\": [1]} | /X/base64 must be a string, got an array of numbers",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"base64\": null} | /X/base64 must not be null; leave it out, or give a string",
                "{\"shape\": [1], \"datatype\": \"FP64\", \"base64\": \"\"} | /X/base64 holds 0 bytes, but shape 1 of FP64 needs 8",
                "{\"shape\": [1], \"dtype\": \"<f8\", \"datatype\": \"FP64\", \"data\": [1]} | /X/dtype 'dtype' is not a field of a flat tensor; its fields are shape, datatype, data, base64",
                "{\"Shape\": [1], \"datatype\": \"FP64\", \"data\": [1]} | /X/Shape 'Shape' is not a field of a flat tensor; its fields are shape, datatype, data, base64; /X/shape is missing; it must be an array",
                "{\"shape\": [1, 2], \"datatype\": \"FP64\", \"data\": [1, 2]} | /X/shape must be [n] or [n, 1], got [1, 2]",
                "{\"shape\": [1, 1, 1], \"datatype\": \"FP64\", \"data\": [1]} | /X/shape must be [n] or [n, 1], got [1, 1, 1]",
                "{\"shape\": [], \"datatype\": \"FP64\", \"data\": [1]} | /X/shape must be [n] or [n, 1], got []",
                "{\"shape\": [3, 1], \"datatype\": \"FP64\", \"data\": [1]} | /X/data has 1 number, but shape 3×1 needs 3",
                "{\"shape\": [0], \"datatype\": \"FP65\", \"data\": [\"a\"], \"x\": 1} | /X/x 'x' is not a field of a flat tensor; its fields are shape, datatype, data, base64; /X/datatype must be one of FP64, FP32, INT64, got 'FP65'; /X/shape/0 must be at least 1, got 0; /X/data/0 must be a number, got a string",
            })
    void saysWhyATensorIsNoVector(String text, String words) {
        VectorInput.read(json(text), x);

        assertThat(inWords()).containsExactly(words.split("; (?=/X/)"));
    }

    @Test
    void saysWhichEntriesAreNoIntegers() {
        IntegersInput.read(flat("[3]", "FP64", "[1, 1.5, 3e10]"), x);
        IntegersInput.read(flat("[2]", "FP64", "AAAAAAAA4D8AAAAAAADwvw=="), x);

        assertThat(inWords())
                .containsExactly(
                        "/X/data/1 must be an integer, got 1.5",
                        "/X/data/2 must be an integer, got 3.0E10",
                        "/X/base64 entry 0 (from 0) must be an integer, got 0.5");
    }

    @Test
    void keepsWhatCanBeReadOfAFaultyOne() {
        assertThat(vector("[2]", "FP64", "[1, \"a\"]").values()).containsExactly(1, Double.NaN);
        assertThat(vector("[3]", "INT64", "[1, 0.5, 2]").values()).containsExactly(1, Double.NaN, 2);
        assertThat(vector("[3]", "FP64", "[1, 2]")).isNull();
        assertThat(matrix("[2]", "FP64", "[1, 2]")).isNull();
    }

    @Test
    void knowsWhereAnEntryStands() {
        matrix("[2, 2]", "FP64", "[1, 2, 3, 4]").fault(x, 3, "is odd");
        vector("[2, 1]", "FP64", "AAAAAAAA4D8AAAAAAADwvw==").fault(x, 1, "is odd");
        IntegersInput.read(flat("[2, 1]", "INT64", "[1, 2]"), x).fault(x, 1, "is odd");

        assertThat(inWords())
                .containsExactly("/X/data/3 is odd", "/X/base64 entry 1 (from 0) is odd", "/X/data/1 is odd");
    }

    @Test
    void boundsWhatItSaysOfHopelessData() {
        vector("[5000]", "FP64", "[" + "\"a\",".repeat(4999) + "1]");

        assertThat(faults.list()).hasSize(100);
        assertThat(faults.further()).isEqualTo(4899);
    }

    /** The sizes are around those of the chunks in which bytes are made and read. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 383, 384, 385, 767, 768, 769, 1535, 1536, 1537, 4000})
    void readsWhatAnAnswerWrote(int rows) {
        double[] values = new SplittableRandom(rows)
                .longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(rows * 2L)
                .toArray();
        Tensor written = Tensor.matrix(rows, 2, values);

        for (Encoding encoding : List.of(Encoding.NESTED, Encoding.FLAT, Encoding.BASE64)) {
            MatrixInput read = MatrixInput.read(json(WRITER.writeValueAsString(written.in(encoding))), x);
            assertThat(read.values()).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SUMMARY")
    void readsSinglePrecisionThatAnAnswerWrote(Encoding encoding) {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = IntStream.generate(random::nextInt)
                .mapToObj(Float::intBitsToFloat)
                .filter(Float::isFinite)
                .mapToDouble(Float::doubleValue)
                .limit(20_000)
                .toArray();
        Tensor written = Tensor.vector(values).inSinglePrecision().in(encoding);

        VectorInput read = VectorInput.read(json(WRITER.writeValueAsString(written)), x);

        for (int i = 0; i < values.length; i++) {
            assertThat((float) read.values()[i]).isEqualTo((float) values[i]);
        }
    }
}
