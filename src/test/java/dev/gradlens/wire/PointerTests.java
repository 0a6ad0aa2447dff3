package dev.gradlens.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointerTests {

    @Test
    void pointsAtTheRootWithNoText() {
        assertThat(Pointer.ROOT.text()).isEmpty();
        assertThat(Pointer.of()).isEqualTo(Pointer.ROOT);
    }

    @Test
    void namesMembersAndItems() {
        assertThat(Pointer.of("batch", "X").item(2).item(0)).hasToString("/batch/X/2/0");
    }

    @Test
    void escapesTildesAndSlashes() {
        assertThat(Pointer.of("a/b", "m~n", "~1").text()).isEqualTo("/a~1b/m~0n/~01");
    }

    @Test
    void holdsItselfAndWhatLiesBelow() {
        Pointer batch = Pointer.of("batch");

        assertThat(batch.holds(batch)).isTrue();
        assertThat(batch.holds(Pointer.of("batch", "X"))).isTrue();
        assertThat(Pointer.ROOT.holds(batch)).isTrue();
        assertThat(batch.holds(Pointer.ROOT)).isFalse();
        assertThat(batch.holds(Pointer.of("batches"))).isFalse();
    }
}
