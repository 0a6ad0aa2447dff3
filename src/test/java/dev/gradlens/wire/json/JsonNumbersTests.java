package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.json.JsonValue.JsonNumber;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTests {
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

    @Test
    void knowsInArraysWhichIntegersAreNoDoubles() {
        JsonNumbers numbers = (JsonNumbers)
                read("[9007199254740991, 9007199254740992, 9007199254740993, -9007199254740993, 9007199254740994,"
                        + " 9007199254740992.5, 9223372036854774784, 9223372036854775807, -9223372036854775808,"
                        + " 123456789012345678e-5, 1e300, 0.1]");

        assertThat(numbers.rounded().stream()).containsExactly(2, 3, 5, 7);
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
}
