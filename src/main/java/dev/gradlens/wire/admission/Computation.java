package dev.gradlens.wire.admission;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A computation that one thread runs and another waits for. The memory that it holds is given back when it has really
 * ended, which may be after the other has given up.
 */
final class Computation<T> extends FutureTask<T> {
    private final Run<T> run;

    Computation(Supplier<T> work, MemoryBudget.Share share) {
        this(new Run<>(work, share));
    }

    private Computation(Run<T> run) {
        super(run);
        this.run = run;
    }

    /**
     * The result. The time in which nothing computes it yet does not count.
     *
     * @throws TimeoutException if it is computed for longer than that
     * @throws CancellationException if it was ended early
     */
    T await(Duration most) throws InterruptedException, ExecutionException, TimeoutException {
        run.begun.await();
        return get(most.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void done() {
        if (run.begins()) {
            run.share.close(); // ended before it began
        }
    }

    private record Run<T>(Supplier<T> work, MemoryBudget.Share share, AtomicBoolean taken, CountDownLatch begun)
            implements Callable<T> {
        Run(Supplier<T> work, MemoryBudget.Share share) {
            this(work, share, new AtomicBoolean(), new CountDownLatch(1));
        }

        /** Whether this is the first to ask. */
        boolean begins() {
            begun.countDown();
            return taken.compareAndSet(false, true);
        }

        @Override
        public T call() {
            if (!begins()) {
                throw new CancellationException("ended before it began");
            }
            try (share) {
                return work.get();
            }
        }
    }
}
