package dev.gradlens.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoTests {

    @Test
    void quotes() {
        assertThat(Echo.of("größe ∂J")).isEqualTo("'größe ∂J'");
    }

    @Test
    void showsAtMostEightyCharacters() {
        assertThat(Echo.of("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "…'");
        assertThat(Echo.of("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
    }

    @Test
    void escapesWhatActsOnATerminalOrIsNoCharacter() {
        assertThat(Echo.of("a\u001b[31m\n\u202e\ud800")).isEqualTo("'a\\u001b[31m\\u000a\\u202e\\ud800'");
    }

    @Test
    void cutsBetweenCharactersNotWithinThem() {
        assertThat(Echo.of("😀".repeat(81))).isEqualTo("'" + "😀".repeat(80) + "…'");
    }
}
