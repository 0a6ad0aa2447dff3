package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that are read past the tokenizer, and what it says of what they end in. */
class PlainNumbersTests {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonReader reader = new JsonReader(64);

    private JsonValue read(String text, int bytesAtOnce) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytesAtOnce == 0 ? new ByteArrayInputStream(bytes) : drip(bytes, bytesAtOnce));
    }

    private static InputStream drip(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, atOnce));
            }
        };
    }

    private UnreadableException refusal(String text, int bytesAtOnce) {
        return catchThrowableOfType(UnreadableException.class, () -> read(text, bytesAtOnce));
    }

    private static double[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return DoubleStream.generate(random::nextGaussian).limit(count).toArray();
    }

    /** Every byte in every place about two decimals either is what JSON has there, or is refused. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void takesNoByteForAnother(int place) {
        for (int character = 0; character < 256; character++) {
            byte[] bytes = "[10,22.5,33.25,44]".getBytes(StandardCharsets.ISO_8859_1);
            bytes[place] = (byte) character;

            assertThat(isRead(bytes)).as("byte %d at %d", character, place).isEqualTo(isJson(bytes));
        }
    }

    private boolean isRead(byte[] bytes) {
        try {
            reader.read(new ByteArrayInputStream(bytes));
            return true;
        } catch (UnreadableException refused) {
            return false;
        }
    }

    private static boolean isJson(byte[] bytes) {
        try {
            JSON.readTree(bytes);
            return true;
        } catch (JacksonException broken) {
            return false;
        }
    }

    /** Digits before and behind a point, of any number, with or without a sign. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13})
    void readsDecimalsOfAnyLength(int bytesAtOnce) {
        SplittableRandom random = new SplittableRandom(bytesAtOnce);
        List<String> texts = IntStream.range(0, 4000)
                .mapToObj(i -> decimal(i % 11 + 1, i / 11 % 23, random))
                .toList();

        JsonNumbers read = (JsonNumbers) read(texts.toString().replace(" ", ""), bytesAtOnce);

        assertThat(read.values())
                .containsExactly(texts.stream()
                        .mapToDouble(text -> text.equals("-0") ? 0 : Double.parseDouble(text))
                        .toArray());
    }

    private static String decimal(int before, int behind, SplittableRandom random) {
        String sign = random.nextBoolean() ? "-" : "";
        String first = before == 1 ? digits(1, random) : (random.nextInt(9) + 1) + digits(before - 1, random);
        return sign + first + (behind == 0 ? "" : "." + digits(behind, random));
    }

    private static String digits(int count, SplittableRandom random) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000})
    void readsLongVectorsHoweverTheyArrive(int bytesAtOnce) {
        double[] numbers = numbers(1, 5000);
        String text =
                DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(" ,\r\n\t", "[", "]"));

        JsonNumbers read = (JsonNumbers) read(text, bytesAtOnce);

        assertThat(read.values()).containsExactly(numbers);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 1250", "1, 2", "7, 3", "1000, 1250"})
    void readsMatricesHoweverTheyArrive(int bytesAtOnce, int columns) {
        double[] numbers = numbers(2, 5000 / columns * columns);
        String text = IntStream.range(0, numbers.length / columns)
                .mapToObj(row -> DoubleStream.of(numbers)
                        .skip((long) row * columns)
                        .limit(columns)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));

        JsonMatrix read = (JsonMatrix) read(text, bytesAtOnce);

        assertThat(read.columns()).isEqualTo(columns);
        assertThat(read.values()).containsExactly(numbers);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void passesOverBlanksThatFillTheWindow(int bytesAtOnce) {
        String blanks = " ".repeat(40_000);

        assertThat(((JsonNumbers) read("[1," + blanks + "2" + blanks + ",3" + blanks + "]", bytesAtOnce)).values())
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void leavesWhatIsNoMatrixAsItWas(int bytesAtOnce) {
        JsonArray mixed = (JsonArray) read("[[1, 2], [3, 4], [5], [6, \"x\"], [], 7, [[8]]]", bytesAtOnce);

        assertThat(mixed.items()).hasSize(7);
        assertThat(((JsonNumbers) mixed.items().get(1)).values()).containsExactly(3, 4);
        assertThat(((JsonNumbers) mixed.items().get(2)).values()).containsExactly(5);
        assertThat(mixed.items().get(3)).isInstanceOf(JsonArray.class);
        assertThat(((JsonMatrix) mixed.items().get(6)).values()).containsExactly(8);
    }

    @Test
    void keepsThePlacesOfRoundedNumbers() {
        JsonNumbers numbers =
                (JsonNumbers) read("[9007199254740993, 1, 9007199254740993 , 1" + "0".repeat(2000) + "]", 0);

        assertThat(numbers.rounded().stream()).containsExactly(0, 2);
        assertThat(numbers.values()[3]).isInfinite();
    }

    /** In a number that arrives in parts the tokenizer tells the place behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`[1,\n2,\n3,]` | 3 | 3",
                "`[1,\r\n2,\r\n3 x]` | 3 | 3",
                "`[1,\r2,\r3 x]` | 3 | 3",
                "`{\"a\": [1, 2, 3], \"b\": [4, 5 6]}` | 1 | 29",
                "`{\"a\": [[1, 2],\n[3, 4],\n [5, 6.]]}` | 3 | 7",
                "`{\"a\": [[1, 2],\n[3, 4],\n [5, 6]], \"b\": [[1],\n[,2]]}` | 4 | 2",
                "`{\"a\": [[1, 2],\n[3, 4]], \"é∂\": [7, 8], \"b\": x}` | 2 | 29",
                "`[1, 2, 3` | 1 | 9",
            })
    void tellsThePlaceOfWhatIsWrongBehindNumbers(String text, int line, int column) {
        for (int bytesAtOnce : new int[] {0, 1, 3}) {
            UnreadableException refusal = refusal(text, bytesAtOnce);

            assertThat(refusal.line()).isEqualTo(line);
            assertThat(refusal.column()).isBetween(column, column + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void refusesBytesThatAreNotUtf8BehindNumbers(int bytesAtOnce) {
        byte[] text = "{\"a\": [1, 2,\n 3, x]}".getBytes(StandardCharsets.UTF_8);
        text[17] = (byte) 0xff;

        InputStream stream = bytesAtOnce == 0 ? new ByteArrayInputStream(text) : drip(text, bytesAtOnce);
        UnreadableException refusal = catchThrowableOfType(UnreadableException.class, () -> reader.read(stream));

        assertThat(refusal.sentence()).contains("not UTF-8");
        assertThat(refusal.line()).isEqualTo(2);
        assertThat(refusal.column()).isBetween(4, 6);
    }
}
