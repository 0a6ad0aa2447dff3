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

    @Test
    void knowsWhereAnEntryStands() {
        assertThat(VectorInput.read(json("[1, 2]"), x).entry(x, 1).pointer().text())
                .isEqualTo("/X/1");
        assertThat(IntegersInput.read(json("[[1], [2]]"), x)
                        .entry(x, 1)
                        .pointer()
                        .text())
                .isEqualTo("/X/1/0");
    }

    @Test
    void boundsWhatItSaysOfAHopelessMatrix() {
        MatrixInput.read(json("[" + "[\"a\"],".repeat(5000) + "[1]]"), x);

        assertThat(faults.list()).hasSize(100);
        assertThat(faults.further()).isEqualTo(4900);
    }
}
