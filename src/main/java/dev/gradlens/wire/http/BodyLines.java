package dev.gradlens.wire.http;

import dev.gradlens.wire.BodyTimeoutException;
import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.admission.WireLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** Takes a body apart into lines. Each may be as long as a body may be, and has as long to arrive. */
final class BodyLines {
    private static final int BLOCK = 16_384;

    private final InputStream body;
    private final WireLimits limits;
    private final MemoryBudget memory;
    private final byte[] block = new byte[BLOCK];
    private int start;
    private int end;
    private int number;

    BodyLines(InputStream body, WireLimits limits, MemoryBudget memory) {
        this.body = body;
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * The next line that is not blank, null at the end.
     *
     * @throws BodyTimeoutException if a line, be it a blank one, does not arrive in time
     */
    @Nullable
    BodyLine next() throws IOException {
        BodyLine line = line();
        while (line != null && line.isBlank()) {
            line.share().close();
            line = line();
        }
        return line;
    }

    private @Nullable BodyLine line() throws IOException {
        MemoryBudget.Share share = memory.open();
        try {
            return line(share);
        } catch (IOException | RuntimeException failed) {
            share.close();
            throw failed;
        }
    }

    private @Nullable BodyLine line(MemoryBudget.Share share) throws IOException {
        long deadline = System.nanoTime() + limits.bodyDeadline().toNanos();
        ArrivingLine line = new ArrivingLine(limits, share);
        boolean begun = false;
        while (fill(deadline)) {
            begun = true;
            int newline = newline();
            line.append(block, start, newline);
            start = newline + 1;
            if (newline < end) {
                return line.asNumber(++number);
            }
        }
        return begun ? line.asNumber(++number) : null;
    }

    /** The place of the next end of a line in the block, or the block's end. */
    private int newline() {
        int i = start;
        while (i < end && block[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Whether there are bytes in the block, having waited for more if there were none. */
    private boolean fill(long deadline) throws IOException {
        if (start < end) {
            return true;
        }
        int read = readInTime(deadline);
        start = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    private int readInTime(long deadline) throws IOException {
        try {
            int read = body.read(block, 0, BLOCK);
            if (read >= 0 && System.nanoTime() > deadline) {
                throw late();
            }
            return read;
        } catch (IOException broken) {
            if (isSilence(broken)) {
                throw late();
            }
            throw broken;
        }
    }

    /** Tomcat wraps what it throws for a client that is silent into what it throws for one that leaves. */
    private static boolean isSilence(IOException broken) {
        return broken instanceof SocketTimeoutException || broken.getCause() instanceof SocketTimeoutException;
    }

    private BodyTimeoutException late() {
        return new BodyTimeoutException(
                "The next line did not arrive within " + limits.bodyDeadline().toSeconds() + " seconds.");
    }
}
