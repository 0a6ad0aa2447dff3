package dev.gradlens.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.bind.Requests.Whole;
import dev.gradlens.wire.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the document, binding gives a record or faults with words of ours. */
class RecordReaderLawsTests {
    private static final String SEED =
            "{\"network\":{\"inputs\":2,\"layers\":[{\"type\":\"dense\",\"units\":3,\"activation\":\"relu\"},"
                    + "{\"type\":\"normalize\",\"normalization\":{\"type\":\"batch\",\"epsilon\":1}}],\"weightDecay\":0},"
                    + "\"batch\":{\"X\":[[1,2],[3,4]]},\"gradientCheck\":{\"step\":1},\"placement\":\"insideSqrt\",\"seed\":5}";
    private static final List<String> VALUES = List.of(
            "null",
            "[]",
            "{}",
            "1e400",
            "-0.5",
            "\"x\"",
            "true",
            "[[1]]",
            "[1,\"NaN\"]",
            "{\"type\":\"rms\"}",
            "[[1],[]]");

    private final JsonReader reader = new JsonReader(64);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bindsOrFaultsMutatedDocuments(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            bindOrFault(mutated(random));
        }
    }

    /** Puts other values in the places of numbers, strings, keys and brackets. */
    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder(SEED);
        for (int change = random.nextInt(4); change >= 0; change--) {
            int start = random.nextInt(text.length());
            int end = Math.min(text.length(), start + random.nextInt(12));
            text.replace(start, end, VALUES.get(random.nextInt(VALUES.size())));
        }
        return text.toString();
    }

    private void bindOrFault(String text) {
        Faults faults = new Faults();
        try {
            var tree = reader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Whole whole = RecordReader.read(Whole.class, tree, Place.root(faults));
            assertThat(whole != null || !faults.isEmpty()).isTrue();
        } catch (UnreadableException refusal) {
            assertThat(refusal.sentence()).endsWith(".");
        }
        assertThat(faults.list()).extracting(Fault::detail).noneMatch(detail -> detail.contains("dev.gradlens"));
    }
}
