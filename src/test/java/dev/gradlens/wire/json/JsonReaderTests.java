package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "-0, 0",
        "1e3, 1000",
        "1200e-2, 12",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "9007199254740993, 9007199254740993",
        "0e999999999999, 0"
    })
    void knowsIntegersExactly(String text, long integer) {
        assertThat(((JsonNumber) read(text)).integer()).isEqualTo(integer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.7",
                "1e-400",
                "9223372036854775808",
                "1e300",
                "1e400",
                "1.0000000000000000000001",
                "1e-99999999999"
            })
    void knowsWhatIsNoInteger(String text) {
        assertThat(((JsonNumber) read(text)).integer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e99999999999"})
    void keepsNumbersBeyondTheRangeOfADouble(String text) {
        assertThat(((JsonNumber) read(text)).isBeyondDouble()).isTrue();
        assertThat(((JsonNumbers) read("[0, " + text + "]")).values()[1]).isInfinite();
    }

    @Test
    void readsNumbersOfThousandsOfDigits() {
        String digits = "1".repeat(2000);

        assertThat(((JsonNumber) read("0." + digits)).value()).isEqualTo(1 / 9.0);
        assertThat(((JsonNumbers) read("[0." + digits + ", " + digits + "]")).values())
                .containsExactly(1 / 9.0, Double.POSITIVE_INFINITY);
    }

    @Test
    void refusesNumbersOfMoreDigits() {
        assertThat(refusal("[" + "1".repeat(5000) + "]").sentence()).contains("longer than is allowed");
        assertThat(refusal("1".repeat(5000)).sentence()).contains("longer than is allowed");
    }

    @Test
    void roundsEveryNumberAsJavaDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double expected = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(expected)) {
                assertThat(((JsonNumbers) read("[" + expected + "]")).values()).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | 1 | body is empty",
                "`   ` | 1 | 1 | body is empty",
                "`{\"a\": 1, \"a\": 2}` | 1 | 10 | 'a' stands twice",
                "`[1, NaN]` | 1 | 8 | not a number as JSON",
                "`[1, -Infinity]` | 1 | 14 | not a number as JSON",
                "`{} {}` | 1 | 4 | after the end",
                "`{} x` | 1 | 4 | 'x' is not JSON",
                "`[1, // no\n2]` | 1 | 5 | '/' cannot stand here",
                "`{'a': 1}` | 1 | 2 | ''' cannot stand here",
                "`[1,]` | 1 | 4 | ']' cannot stand here",
                "`[01]` | 1 | 2 | not a number as JSON",
                "`[+1]` | 1 | 2 | '+' cannot stand here",
                "`[.5]` | 1 | 2 | '.' cannot stand here",
                "`[1.]` | 1 | 4 | ']' cannot stand here",
                "`{\"a\": ` | 1 | 7 | ends before",
                "`[1, 2` | 1 | 7 | ends before",
                "`{\n  \"a\": tru\n}` | 2 | 8 | 'tru' is not JSON",
                "`\"a\nb\"` | 1 | 3 | control character",
                "`\"\\x\"` | 1 | 4 | escape that JSON does not have",
                "`\"\\ud800\"` | 1 | 1 | half of a surrogate pair",
                "`{\"\\udc00\": 1}` | 1 | 2 | half of a surrogate pair",
            })
    void saysWhereAndWhyATextIsNotJson(String text, int line, int column, String reason) {
        UnreadableException refusal = refusal(text);

        assertThat(refusal.sentence()).contains(reason);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal.column()).isBetween(Math.max(1, column - 2), column + 2);
    }

    @Test
    void readsPairsOfSurrogates() {
        assertThat(read("\"\\ud83d\\ude00\"")).isEqualTo(new JsonString("😀"));
    }

    @Test
    void refusesBytesThatAreNotUtf8AtTheirPlace() {
        byte[] text = "{\"a\": 1,\n \"b\": \"x\"}".getBytes(StandardCharsets.UTF_8);
        text[text.length - 3] = (byte) 0xff;

        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(UnreadableException.class, refusal -> {
            assertThat(refusal.sentence()).contains("not UTF-8");
            assertThat(refusal.line()).isEqualTo(2);
            assertThat(refusal.column()).isBetween(7, 9);
        });
    }

    @Test
    void refusesSurrogatesAndOverlongFormsInBytes() {
        byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
        byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};

        assertThatThrownBy(() -> read(surrogate)).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> read(overlong)).hasMessageContaining("not UTF-8");
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> read("{\"a\": 1}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> read("{\"a\": 1}".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOf(UnreadableException.class);
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

    @Test
    void boundsNesting() {
        assertThat(read("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonArray.class);
        assertThat(refusal("[".repeat(65) + "]".repeat(65)).sentence()).contains("more than 64 deep");
        assertThat(refusal("[".repeat(100_000)).column()).isEqualTo(65);
        assertThat(refusal("{\"a\":".repeat(100_000)).sentence()).contains("more than 64 deep");
    }

    @Test
    void boundsValuesThatAreKeptOneByOne() {
        assertThat(refusal("[" + "{},".repeat(1_000_001) + "{}]").sentence()).contains("more than 1000000 values");
        assertThat(refusal("[" + "0,".repeat(1_000_001) + "\"x\"]").sentence()).contains("more than 1000000 values");
        assertThat(refusal("[" + "[0],".repeat(1_000_001) + "[0,0]]").sentence())
                .contains("more than 1000000 values");
    }

    @Test
    void passesOnThatAStreamFailed() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> reader.read(broken)).isInstanceOf(UncheckedIOException.class);
    }
}
