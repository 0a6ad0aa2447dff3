package dev.gradlens.diagnosis.web;

/**
 * The room for lines that have arrived and are not yet answered. A client that sends faster than it is answered waits for room,
 * so that a stream of any length takes no more memory than this.
 */
final class Window {
    /** Enough to keep every core at work while one line takes longer than others. */
    private static final int LINES = 64;

    /** A line beyond that is let in once it is alone. */
    private static final long BYTES = 1 << 20;

    private int lines;
    private long bytes;

    synchronized void awaitRoom() throws InterruptedException {
        while (lines >= LINES || bytes >= BYTES) {
            wait();
        }
    }

    synchronized void enter(int length) {
        lines++;
        bytes += length;
    }

    synchronized void leave(int length) {
        lines--;
        bytes -= length;
        notifyAll();
    }
}
