package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that lost, gained or swapped some bytes; another reader says which of them are JSON still. */
class DamagedIntegrationTests extends ServiceTest {
    private static final byte[] ALPHABET =
            "{}[],:\"\\ 0123456789.eE+-xnt\n\u0000\u00e9\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TEXTS = 60;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"three-layers", "course-rms", "lone-batch", "inference", "logits"})
    void tellsDamageFromFaults(String name) throws Exception {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        byte[] sound = InspectionClient.JSON.writeValueAsBytes(Sound.of(name));
        for (int i = 0; i < TEXTS; i++) {
            byte[] damaged = damage(sound, random);

            HttpResponse<String> answer = client.post(damaged);

            String text = new String(damaged, StandardCharsets.ISO_8859_1);
            assertThat(answer.statusCode())
                    .as(text + answer.body())
                    .isIn(isJson(damaged) ? new Object[] {200, 422} : new Object[] {400});
            if (answer.statusCode() == 400) {
                assertThatItSaysWhere(answer);
            }
        }
    }

    private static void assertThatItSaysWhere(HttpResponse<String> answer) {
        JsonNode error =
                InspectionClient.problem(answer, "unreadable").get("errors").get(0);
        assertThat(error.get("line").intValue()).isPositive();
        assertThat(error.get("column").intValue()).isPositive();
    }

    private static boolean isJson(byte[] text) {
        try {
            STRICT.readTree(text);
            return Arrays.equals(new String(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), text);
        } catch (JacksonException broken) {
            return false;
        }
    }

    private static byte[] damage(byte[] sound, SplittableRandom random) {
        byte[] damaged = sound;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            damaged = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(damaged, random.nextInt(10, damaged.length));
                case 1 -> without(damaged, random.nextInt(damaged.length));
                case 2 -> with(damaged, random.nextInt(damaged.length), ALPHABET[random.nextInt(ALPHABET.length)]);
                default -> replaced(damaged, random.nextInt(damaged.length), ALPHABET[random.nextInt(ALPHABET.length)]);
            };
        }
        return damaged;
    }

    private static byte[] without(byte[] text, int i) {
        byte[] shorter = Arrays.copyOf(text, text.length - 1);
        System.arraycopy(text, i + 1, shorter, i, shorter.length - i);
        return shorter;
    }

    private static byte[] with(byte[] text, int i, byte more) {
        byte[] longer = new byte[text.length + 1];
        System.arraycopy(text, 0, longer, 0, i);
        longer[i] = more;
        System.arraycopy(text, i, longer, i + 1, text.length - i);
        return longer;
    }

    private static byte[] replaced(byte[] text, int i, byte other) {
        byte[] changed = text.clone();
        changed[i] = other;
        return changed;
    }
}
