package dev.gradlens.wire.admission;

import dev.gradlens.wire.TooManyRequestsException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that requests in flight may hold together. A request takes its share before it allocates. */
public final class MemoryBudget {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    public MemoryBudget(WireLimits limits) {
        this.bytes = limits.bytesInFlight();
    }

    /** A share of nothing yet, to be closed when the request has ended. */
    public Share open() {
        return new Share();
    }

    /** Bytes that the requests in flight hold now. */
    public long held() {
        return taken.get();
    }

    /** What one request holds. Used by one thread at a time. */
    public final class Share implements AutoCloseable {
        private long held;

        private Share() {}

        /**
         * Takes some more.
         *
         * @throws TooManyRequestsException if the others have left too little
         */
        public void grow(long more) {
            if (taken.addAndGet(more) > bytes) {
                taken.addAndGet(-more);
                throw new TooManyRequestsException(
                        "The requests in flight hold all the memory there is for them.", Duration.ofSeconds(1));
            }
            held += more;
        }

        /** Gives everything back. */
        @Override
        public void close() {
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
