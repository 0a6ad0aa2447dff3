package dev.gradlens.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FaultsTests {
    private final Faults faults = new Faults();

    @Test
    void keepsTheFirstOfTwoAtOnePlace() {
        faults.add(Pointer.of("a"), "first");
        faults.add(Pointer.of("a"), "second");

        assertThat(faults.list()).containsExactly(new Fault(Pointer.of("a"), "first"));
        assertThat(faults.further()).isZero();
    }

    @Test
    void knowsWhatIsWrongWithin() {
        faults.add(Pointer.of("batch", "X").item(2), "ragged");

        assertThat(faults.hasFaultAtOrBelow(Pointer.of("batch"))).isTrue();
        assertThat(faults.hasFaultAtOrBelow(Pointer.of("batch", "X").item(2).item(0)))
                .isFalse();
        assertThat(faults.hasFaultAtOrBelow(Pointer.of("batch", "Y"))).isFalse();
        assertThat(faults.hasFaultAt(Pointer.of("batch"))).isFalse();
    }

    @Test
    void countsWhatItDoesNotKeep() {
        for (int i = 0; i < 130; i++) {
            faults.add(Pointer.ROOT.item(i), "wrong");
        }

        assertThat(faults.list()).hasSize(100);
        assertThat(faults.further()).isEqualTo(30);
        assertThat(faults.hasFaultAtOrBelow(Pointer.of("elsewhere"))).isTrue();
        assertThat(new InvalidRequestException(faults).sentence())
                .isEqualTo("The request has 130 faults; the first 100 are named.");
    }

    @Test
    void endsTheRequestOnlyIfThereIsAny() {
        assertThatCode(faults::throwIfAny).doesNotThrowAnyException();
        faults.add(Pointer.ROOT, "wrong");

        assertThatThrownBy(faults::throwIfAny).isInstanceOf(InvalidRequestException.class);
    }
}
