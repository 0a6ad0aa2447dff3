package dev.gradlens.wire.http;

import dev.gradlens.wire.BodyTimeoutException;
import dev.gradlens.wire.TooLargeException;
import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.admission.WireLimits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** A body that may be only so long, take only so long, and pays for the memory of what is made of it as it arrives. */
final class GuardedBody extends FilterInputStream {
    /** Bytes of memory to a byte of text: {@code 0,} becomes a double, {@code {},} an empty map. */
    static final int MEMORY_FACTOR = 4;

    private final WireLimits limits;
    private final MemoryBudget.Share share;
    private final long deadline;
    private long count;

    GuardedBody(InputStream body, WireLimits limits, MemoryBudget.Share share) {
        super(body);
        this.limits = limits;
        this.share = share;
        this.deadline = System.nanoTime() + limits.bodyDeadline().toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = readInTime(target, offset, length);
        if (read > 0) {
            count += read;
            refuseOver(count, limits);
            share.grow((long) read * MEMORY_FACTOR);
        }
        return read;
    }

    /** Pays for memory that is no multiple of the body's length. */
    void reserve(long bytes) {
        share.grow(bytes);
    }

    static void refuseOver(long length, WireLimits limits) {
        long most = limits.maxBody().toBytes();
        if (length > most) {
            throw new TooLargeException("The body is over " + most + " bytes, which is the most that is read.");
        }
    }

    private int readInTime(byte[] target, int offset, int length) throws IOException {
        try {
            int read = super.read(target, offset, length);
            if (read >= 0 && System.nanoTime() > deadline) {
                throw late();
            }
            return read;
        } catch (SocketTimeoutException silent) {
            throw late();
        }
    }

    private BodyTimeoutException late() {
        return new BodyTimeoutException(
                "The body did not arrive within " + limits.bodyDeadline().toSeconds() + " seconds.");
    }
}
