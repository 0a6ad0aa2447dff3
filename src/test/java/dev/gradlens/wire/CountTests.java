package dev.gradlens.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTests {
    @ParameterizedTest
    @CsvSource({"0, 0 entries", "1, 1 entry", "2, 2 entries"})
    void isSingularForOneOnly(int count, String words) {
        assertThat(Count.of(count, "entry", "entries")).isEqualTo(words);
    }
}
