package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRefusalTests {
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
