package dev.gradlens.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.UnreadableException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, reading gives a value or a refusal, and a refusal leaks nothing. */
class JsonReaderLawsTests {
    private static final byte[] SEED =
            ("{\"network\": {\"inputs\": 2, \"layers\": [{\"type\": \"dense\", \"units\": 3},"
                            + " {}]}, \"batch\": {\"X\": [[1.5, -2e-7], [3, 4]], \"Y\": [[0], [1]]}, \"name\": \"∂J\\u00e9\","
                            + " \"yes\": true, \"nothing\": null}")
                    .getBytes(StandardCharsets.UTF_8);

    private final JsonReader reader = new JsonReader(64);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void refusesRandomBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsOrRefusesMutatedDocuments(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1500; i++) {
            readOrRefuse(mutated(random));
        }
    }

    private static byte[] mutated(Random random) {
        byte[] bytes = SEED.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            String alphabet = "{}[]\",:0123456789eE+-.\\untfalsr/*\u0000\n ";
            bytes[random.nextInt(bytes.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return java.util.Arrays.copyOf(bytes, length);
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            assertThat(reader.read(new ByteArrayInputStream(bytes))).isNotNull();
        } catch (UnreadableException refusal) {
            assertThat(refusal.sentence())
                    .endsWith(".")
                    .doesNotContain("jackson", "Source", "Exception", "Constraints");
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.column()).isPositive();
        }
    }
}
