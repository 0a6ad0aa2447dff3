package dev.gradlens.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers that come with Random123, for philox4x32 of ten rounds. */
class PhiloxTests {

    private static int[] words(String hex) {
        return Stream.of(hex.split(" ")).mapToInt(HexFormat::fromHexDigits).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
        "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
        "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
    })
    void givesThePublishedBlocks(String counter, String key, String block) {
        int[] c = words(counter);
        int[] k = words(key);

        int[] words = Philox.block(c[0], c[1], c[2], c[3], k[0], k[1]);

        assertThat(words).containsExactly(words(block));
    }
}
