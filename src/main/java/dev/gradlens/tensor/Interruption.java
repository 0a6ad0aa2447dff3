package dev.gradlens.tensor;

import java.util.concurrent.CancellationException;

/**
 * How a computation that nobody waits for any more comes to an end: whoever started it interrupts its thread, and it
 * looks whether that has happened between two layers and between two checked entries, which costs a nanosecond.
 */
public final class Interruption {
    private Interruption() {}

    /**
     * Goes on, unless this thread has been interrupted. The thread stays interrupted.
     *
     * @throws CancellationException if it has
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits for this computation");
        }
    }
}
