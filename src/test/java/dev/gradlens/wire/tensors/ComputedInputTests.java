package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedInputTests {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final Faults faults = new Faults();
    private final Place place = Place.root(faults).member("dZ");

    private static JsonValue json(String text) {
        return new JsonReader(64).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private double[] matrix(String text) {
        return Objects.requireNonNull(ComputedMatrixInput.read(json(text), place))
                .values();
    }

    private double[] vector(String text) {
        return Objects.requireNonNull(ComputedVectorInput.read(json(text), place))
                .values();
    }

    @Test
    void takesTheThreeStringsWhereverANumberStands() {
        assertThat(matrix("[[1, \"NaN\"], [\"Infinity\", \"-Infinity\"]]"))
                .containsExactly(1, Double.NaN, INFINITY, -INFINITY);
        assertThat(vector("[\"NaN\", 2.5]")).containsExactly(Double.NaN, 2.5);
        assertThat(vector("[[\"-Infinity\"], [2]]")).containsExactly(-INFINITY, 2);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void takesThemInFlatDataAndRoundsTheOthers() {
        String flat = "{\"shape\": [1, 2], \"datatype\": \"FP32\", \"data\": [\"NaN\", 0.1]}";

        assertThat(matrix(flat)).containsExactly(Double.NaN, 0.1f);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void takesBytesThatAreNotFinite() {
        byte[] bytes = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(Double.NaN)
                .putDouble(-INFINITY)
                .array();
        String base64 = "{\"shape\": [2], \"datatype\": \"FP64\", \"base64\": \"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(bytes));

        assertThat(vector(base64)).containsExactly(Double.NaN, -INFINITY);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, \"nan\"]] | /dZ/0/1 | must be a number, or one of the strings NaN, Infinity, -Infinity, got a string",
                "[[1, 1e400]] | /dZ/0/1 | is beyond the range of a double",
                "[[\"NaN\", -1e400]] | /dZ/0/1 | is beyond the range of a double",
                "[[1, null]] | /dZ/0/1 | got null",
                "[[1, 2], [\"NaN\"]] | /dZ/1 | has 1 number where the rows before have 2",
                "{\"shape\": [1, 1], \"datatype\": \"INT64\", \"data\": [\"NaN\"]} | /dZ/data/0 | must be an integer, got NaN",
                "{\"shape\": [1, 2], \"datatype\": \"FP32\", \"data\": [\"NaN\", 1e300]} | /dZ/data/1 | is beyond the range of FP32",
            })
    void pointsAtWhatIsNoNumberAllTheSame(String text, String pointer, String detail) {
        ComputedMatrixInput.read(json(text), place);

        assertThat(faults.list()).extracting(fault -> fault.pointer().text()).containsExactly(pointer);
        assertThat(faults.list()).extracting(Fault::detail).allMatch(said -> said.contains(detail));
    }

    @Test
    void takesNoneOfThemElsewhere() {
        MatrixInput.read(json("[[1, \"NaN\"]]"), place);

        assertThat(faults.list())
                .containsExactly(new Fault(place.item(0).item(1).pointer(), "must be a finite number, got 'NaN'"));
    }
}
