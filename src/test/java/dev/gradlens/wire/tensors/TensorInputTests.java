package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorInputTests {
    private final Faults faults = new Faults();
    private final Place x = Place.root(faults).member("X");

    private static JsonValue json(String text) {
        return new JsonReader(64).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> inWords() {
        return faults.list().stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .toList();
    }

    @Test
    void readsAMatrixRowByRow() {
        MatrixInput matrix = MatrixInput.read(json("[[1, 2, 3], [4, 5, 6]]"), x);

        assertThat(matrix.shape()).isEqualTo("2×3");
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsAVectorFromAnArrayOrAColumn() {
        assertThat(VectorInput.read(json("[1, 2]"), x).values()).containsExactly(1, 2);
        assertThat(VectorInput.read(json("[[1], [2]]"), x).values()).containsExactly(1, 2);
    }

    @Test
    void readsIntegers() {
        assertThat(IntegersInput.read(json("[0, 2.0, 1e1]"), x).values()).containsExactly(0, 2, 10);
        assertThat(IntegersInput.read(json("[[0], [2]]"), x).values()).containsExactly(0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | /X must not be empty",
                "[[]] | /X/0 must not be empty",
                "[[1], []] | /X/1 must not be empty",
                "[[], [1]] | /X/0 must not be empty",
                "[[1, 2], [3, 4], [5]] | /X/2 has 1 number where the rows before have 2",
                "[[1], [\"a\"]] | /X/1/0 must be a number, got a string",
                "[[1], [\"NaN\"]] | /X/1/0 must be a finite number, got 'NaN'",
                "[[1], [null]] | /X/1/0 must be a number, got null",
                "[[1], [[2]]] | /X/1/0 must be a number, got an array of numbers",
                "[[1], 2] | /X/1 must be a row of numbers, got a number",
                "[[1, 1e400]] | /X/0/1 is beyond the range of a double",
                "[[1, 1e400], [\"a\", 2]] | /X/0/1 is beyond the range of a double; /X/1/0 must be a number, got a string",
                "[1, 2] | /X must be an array of rows, [[1, 2], [3, 4]], got an array of numbers",
                "3 | /X must be an array of rows, [[1, 2], [3, 4]], got a number",
                "true | /X must be an array of rows, [[1, 2], [3, 4]], got a boolean",
            })
    void saysWhyAValueIsNoMatrix(String text, String words) {
        MatrixInput.read(json(text), x);

        assertThat(inWords()).containsExactly(words.split("; (?=/)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | /X must not be empty",
                "[1, \"a\"] | /X/1 must be a number, got a string",
                "[1, -1e400] | /X/1 is beyond the range of a double",
                "[[1], [1e400]] | /X/1/0 is beyond the range of a double",
                "[[[2]], [1]] | /X/0/0 must be a number, got an array of numbers",
                "[[\"a\"], [1]] | /X/0/0 must be a number, got a string",
                "[[1], [2, 3]] | /X/1 must be a row of one number, as in a column [[1], [2]]",
                "[[1, 2]] | /X must be an array of numbers or a column [[1], [2]], got a matrix of 1×2",
                "\"a\" | /X must be an array of numbers or a column [[1], [2]], got a string",
            })
    void saysWhyAValueIsNoVector(String text, String words) {
        VectorInput.read(json(text), x);

        assertThat(inWords()).containsExactly(words);
    }

    @Test
    void saysWhichEntriesAreNoIntegers() {
        IntegersInput.read(json("[[1], [1.5], [3e10]]"), x);

        assertThat(inWords())
                .containsExactly("/X/1/0 must be an integer, got 1.5", "/X/2/0 must be an integer, got 3.0E10");
    }

    @Test
    void knowsWhereAnEntryStands() {
        VectorInput.read(json("[1, 2]"), x).fault(x, 1, "is odd");
        IntegersInput.read(json("[[1], [2]]"), x).fault(x, 1, "is odd");
        MatrixInput.read(json("[[1, 2], [3, 4], [5, 6]]"), x).fault(x, 5, "is odd");

        assertThat(inWords()).containsExactly("/X/1 is odd", "/X/1/0 is odd", "/X/2/1 is odd");
    }

    @Test
    void boundsWhatItSaysOfAHopelessMatrix() {
        MatrixInput.read(json("[" + "[\"a\"],".repeat(5000) + "[1]]"), x);

        assertThat(faults.list()).hasSize(100);
        assertThat(faults.further()).isEqualTo(4900);
    }
}
