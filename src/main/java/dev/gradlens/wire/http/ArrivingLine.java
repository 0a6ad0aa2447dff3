package dev.gradlens.wire.http;

import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.TooLargeException;
import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.admission.WireLimits;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A line of a body while it arrives. Of one that is refused nothing is kept. */
final class ArrivingLine {
    private final WireLimits limits;
    private final MemoryBudget.Share share;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private @Nullable RefusedException refusal;

    ArrivingLine(WireLimits limits, MemoryBudget.Share share) {
        this.limits = limits;
        this.share = share;
    }

    void append(byte[] bytes, int from, int to) {
        if (refusal != null) {
            return;
        }
        try {
            refuseOver((long) text.size() + to - from);
            share.grow((long) (to - from) * GuardedBody.MEMORY_FACTOR);
            text.write(bytes, from, to - from);
        } catch (RefusedException tooMuch) {
            refusal = tooMuch;
            text.reset();
            share.close();
        }
    }

    private void refuseOver(long length) {
        long most = limits.maxBody().toBytes();
        if (length > most) {
            throw new TooLargeException("The line is over " + most + " bytes, which is the most that is read of one.");
        }
    }

    /** What has arrived, as a line of its own. */
    BodyLine asNumber(int number) {
        return new BodyLine(number, text.toByteArray(), refusal, share);
    }
}
