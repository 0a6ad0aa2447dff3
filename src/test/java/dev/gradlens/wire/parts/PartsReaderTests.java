package dev.gradlens.wire.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradlens.wire.BrokenPartsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PartsReaderTests {
    private static final MediaType TYPE = MediaType.parseMediaType("multipart/form-data; boundary=x-1");
    private static final String SOUND = String.join(
            "\r\n",
            "--x-1",
            "Content-Disposition: form-data; name=\"request\"",
            "",
            "{}",
            "--x-1",
            "content-type: application/x-npz",
            "Content-Disposition: form-data; name=\"arrays\"; filename=\"größe.npz\"",
            "",
            "a",
            "--x",
            "--x-2",
            "",
            "--x-1--",
            "");

    @Test
    void readsNamesTypesAndContentsToTheByte() {
        List<Part> parts = read(SOUND);

        assertThat(parts).extracting(Part::name).containsExactly("request", "arrays");
        assertThat(parts.getFirst().type()).isNull();
        assertThat(parts.getFirst().fileName()).isNull();
        assertThat(parts.getFirst().content()).asString().isEqualTo("{}");
        assertThat(parts.getLast().type()).hasToString("application/x-npz");
        assertThat(parts.getLast().fileName()).isEqualTo("größe.npz");
        assertThat(parts.getLast().content()).asString().isEqualTo("a\r\n--x\r\n--x-2\r\n");
    }

    @Test
    void readsAQuotedBoundaryAndNoNewLineAtTheEnd() {
        MediaType quoted = MediaType.parseMediaType("multipart/form-data; boundary=\"x: 1\"");
        byte[] body = SOUND.replace("--x-1", "--x: 1").strip().getBytes(StandardCharsets.UTF_8);

        assertThat(PartsReader.read(quoted, body)).hasSize(2);
    }

    @Test
    void readsNoPartsAndEmptyParts() {
        assertThat(read("--x-1--")).isEmpty();
        assertThat(read("--x-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--x-1--"))
                .singleElement()
                .satisfies(part -> assertThat(part.content()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "preamble\r\n", "\n--x-1\r\n--x\r\n\r\n", "--x-\r\n"})
    void skipsWhatStandsBeforeTheFirstPart(String preamble) {
        assertThat(read(preamble + SOUND)).usingRecursiveComparison().isEqualTo(read(SOUND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "epilogue", "--x-1\r\nA: b\r\n\r\nc\r\n--x-1--", "\r\n--x-1"})
    void skipsWhatStandsBehindTheLastPart(String epilogue) {
        assertThat(read(SOUND + epilogue)).usingRecursiveComparison().isEqualTo(read(SOUND));
    }

    @Test
    void skipsBlanksBehindABoundary() {
        String padded = SOUND.replace("--x-1\r\n", "--x-1 \t\r\n").replace("--x-1--", "--x-1-- \t");

        assertThat(read(padded)).usingRecursiveComparison().isEqualTo(read(SOUND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | does not hold the boundary",
                "`--x-2--`                         | does not hold the boundary",
                "`preamble --x-1--`                | does not hold the boundary",
                "`preamble\\n--x-1--`              | does not hold the boundary",
                "`--x-1`                           | not followed by a new line",
                "`--x-1\\n`                        | not followed by a new line",
                "`--x-1 -`                         | not followed by a new line",
                "`--x-1 \\r\\n`                    | no empty line behind its headers",
                "`--x-1-`                          | not followed by a new line",
                "`--x-1\\r\\n`                     | no empty line behind its headers",
                "`--x-1\\r\\nA: b\\r\\n`           | no empty line behind its headers",
                "`--x-1\\r\\nA: b\\r\\n\\r\\nc`    | ends before its last part",
                "`--x-1\\r\\nA: b\\r\\n\\r\\nc\\r\\n--x-1--` | does not say which field it is",
                "`--x-1--epilogue`                 | goes on behind its last part",
                "`--x-1\\r\\nno header\\r\\n\\r\\n\\r\\n--x-1--`       | a header that is none",
                "`--x-1\\r\\nA: b\\r\\n folded\\r\\n\\r\\n\\r\\n--x-1--` | a header that is none",
                "`--x-1\\r\\nA: b\\r\\nA: c\\r\\n\\r\\n\\r\\n--x-1--`   | has the header 'a' twice",
                "`--x-1\\r\\nContent-Disposition: attachment; name=a\\r\\n\\r\\n\\r\\n--x-1--` | does not say which field",
                "`--x-1\\r\\nContent-Disposition: form-data\\r\\n\\r\\n\\r\\n--x-1--` | does not say which field",
                "`--x-1\\r\\nContent-Disposition: ;;;=\\r\\n\\r\\n\\r\\n--x-1--` | does not say which field",
                "`--x-1\\r\\nContent-Disposition: form-data; name=\"a\"\\r\\nContent-Type: x\\r\\n\\r\\n\\r\\n--x-1--` | Content-Type that is none",
                "`--x-1\\r\\nContent-Disposition: form-data; name=\"a\"\\r\\nContent-Transfer-Encoding: base64\\r\\n\\r\\n\\r\\n--x-1--` | without Content-Transfer-Encoding"
            })
    void refusesPartsThatCannotBeTold(String body, String words) {
        String unescaped = body.replace("\\r", "\r").replace("\\n", "\n");

        assertThatExceptionOfType(BrokenPartsException.class)
                .isThrownBy(() -> read(unescaped))
                .satisfies(refusal ->
                        assertThat(refusal.sentence()).contains(words).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"ends with a space \"",
                "multipart/form-data; boundary=\"a{b\"",
                "multipart/form-data; boundary=1234567890123456789012345678901234567890123456789012345678901234567890x"
            })
    void refusesABoundaryThatIsNone(String type) {
        assertThatExceptionOfType(BrokenPartsException.class)
                .isThrownBy(() -> PartsReader.read(MediaType.parseMediaType(type), new byte[0]))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("boundary"));
    }

    @Test
    void countsPartsAndTheBytesOfHeaders() {
        String part = "\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--x-1";

        assertThat(read("--x-1" + part.repeat(16) + "--")).hasSize(16);
        assertThatExceptionOfType(BrokenPartsException.class).isThrownBy(() -> read("--x-1" + part.repeat(17) + "--"));
        assertThatExceptionOfType(BrokenPartsException.class)
                .isThrownBy(() -> read("--x-1\r\nA: " + "b".repeat(4096) + part + "--"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsOrRefusesDamagedBodies(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] body = SOUND.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) "\r\n-x1:;=\"a \0".charAt(random.nextInt(12));
            }
            try {
                assertThat(PartsReader.read(TYPE, body)).isNotNull();
            } catch (BrokenPartsException refusal) {
                assertThat(refusal.sentence()).endsWith(".");
            }
        }
    }

    private static List<Part> read(String body) {
        return PartsReader.read(TYPE, body.getBytes(StandardCharsets.UTF_8));
    }
}
