package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.network.Network;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever may take long ends when its thread is interrupted. */
class InterruptionTests {
    private final Setup setup = RandomSetups.of(Family.SMOOTH, 1);

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void endsForwardAndBackward() {
        try (Kernels kernels = Checks.REFERENCE.open()) {
            Network network = setup.on(kernels);
            Tape tape = setup.forward(network);

            assertEnds(() -> setup.forward(network));
            assertEnds(() -> network.backward(tape, BackwardRule.EXACT));
        }
    }

    @Test
    void endsACheck() {
        Subject subject = Checks.subject(setup, Checks.by(BackwardRule.EXACT), Checks.REFERENCE);

        assertEnds(() -> Checks.of(setup, Checks.by(BackwardRule.EXACT)));
        assertEnds(() -> new ComplexNetwork(subject.setup(), new KinkSides()));
    }

    private static void assertEnds(ThrowingCallable computation) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(computation).isInstanceOf(CancellationException.class);
        Thread.interrupted();
    }
}
