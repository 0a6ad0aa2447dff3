package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a tensor that is faulty in part, so that the rest can be held against other things. */
class PartOfATensorTests {
    private final Faults faults = new Faults();
    private final Place x = Place.root(faults).member("X");

    private static JsonValue json(String text) {
        return new JsonReader(64).read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsTheIntegersBesideEntriesThatAreNone() {
        IntegersInput labels = IntegersInput.read(json("[7, 0.5, \"a\", 1e400, 3]"), x);

        assertThat(labels.values()).containsExactly(7, null, null, null, 3);
        assertThat(faults.list()).extracting(fault -> fault.pointer().text()).containsExactly("/X/2", "/X/3", "/X/1");
    }

    @Test
    void keepsTheNumbersBesideEntriesThatAreNone() {
        assertThat(VectorInput.read(json("[1, \"a\"]"), x).values()).containsExactly(1, Double.NaN);
        assertThat(VectorInput.read(json("[[1], [null]]"), x).values()).containsExactly(1, Double.NaN);
        assertThat(MatrixInput.read(json("[[1, \"a\"], [3, 4]]"), x).values()).containsExactly(1, Double.NaN, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[1], [2, 3]]", "[[1], []]", "[[1], 2]", "3", "{}"})
    void keepsNothingOfRowsOfDifferentLengths(String text) {
        assertThat(MatrixInput.read(json(text), x)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[1, 2]]", "\"a\"", "{}"})
    void keepsNothingThatIsNoVector(String text) {
        assertThat(VectorInput.read(json(text), x)).isNull();
        assertThat(IntegersInput.read(json(text), x)).isNull();
    }
}
