package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonBoolean;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNull;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.json.JsonValue.JsonString;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTests {
    private final JsonReader reader = new JsonReader(64);

    private JsonValue read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonValue read(byte[] text) {
        return reader.read(new ByteArrayInputStream(text));
    }

    private UnreadableException refusal(String text) {
        return catchThrowableOfType(UnreadableException.class, () -> read(text));
    }

    @Test
    void readsAnObjectInItsOrder() {
        JsonObject object = (JsonObject) read("{\"z\": \"s\", \"a\": true, \"m\": null, \"é\": {}}");

        assertThat(object.members().keySet()).containsExactly("z", "a", "m", "é");
        assertThat(object.members())
                .containsEntry("z", new JsonString("s"))
                .containsEntry("a", new JsonBoolean(true))
                .containsEntry("m", new JsonNull());
    }

    @Test
    void keepsNumbersOfAnArrayTogether() {
        assertThat(((JsonNumbers) read("[1, -2.5e3, 0.1]")).values()).containsExactly(1, -2500, 0.1);
    }

    @Test
    void keepsEqualRowsAsAMatrix() {
        JsonMatrix matrix = (JsonMatrix) read("[[1, 2, 3], [4, 5, 6]]");

        assertThat(matrix.rows()).isEqualTo(2);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void keepsRaggedRowsApart() {
        JsonArray ragged = (JsonArray) read("[[1, 2], [3, 4], [5], [6, 7]]");

        assertThat(ragged.items()).hasSize(4).allMatch(JsonNumbers.class::isInstance);
        assertThat(((JsonNumbers) ragged.items().get(1)).values()).containsExactly(3, 4);
        assertThat(((JsonNumbers) ragged.items().get(2)).values()).containsExactly(5);
        assertThat(((JsonNumbers) ragged.items().get(3)).values()).containsExactly(6, 7);
    }

    @Test
    void keepsMixedRowsInTheirPlaces() {
        JsonArray mixed = (JsonArray) read("[[1, 2], [3, \"NaN\"], 4, [], [[5]]]");

        assertThat(mixed.items().get(1)).isEqualTo(new JsonArray(List.of(JsonNumber.of(3), new JsonString("NaN"))));
        assertThat(mixed.items().get(2)).isEqualTo(JsonNumber.of(4));
        assertThat(mixed.items().get(3)).isEqualTo(new JsonArray(List.of()));
        assertThat(mixed.items().get(4)).isInstanceOf(JsonMatrix.class);
    }

    @Test
    void readsArraysOfMatrices() {
        JsonArray cube = (JsonArray) read("[[[1, 2]], [[3, 4], [5, 6]]]");

        assertThat(cube.items()).hasSize(2).allMatch(JsonMatrix.class::isInstance);
    }

    @Test
    void readsPairsOfSurrogates() {
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(new JsonString("😀"));
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(read("\uFEFF{}")).isInstanceOf(JsonObject.class);
        assertThat(refusal("\uFEFF").sentence()).contains("empty");
        assertThat(refusal("\uFEFF\uFEFF{}").sentence()).contains("cannot stand here");
    }

    @Test
    void readsWhatArrivesByteByByte() {
        byte[] text = "\uFEFF{\"größe\": [1, 2], \"😀\": \"∂\"}".getBytes(StandardCharsets.UTF_8);
        InputStream drip = new ByteArrayInputStream(text) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1));
            }
        };

        assertThat(((JsonObject) reader.read(drip)).members()).containsOnlyKeys("größe", "😀");
    }
}
