package dev.gradlens.wire.admission;

import dev.gradlens.tensor.Cores;
import dev.gradlens.wire.TooManyRequestsException;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where requests are computed: on one platform thread a core, while the request's own (virtual) thread waits. Computing
 * on the virtual threads themselves would hold up all others, since nothing takes a core from one that computes.
 */
public final class ComputePool implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Work limits;
    private final Duration deadline;
    private final MemoryBudget memory;
    private final ThreadPoolExecutor threads;

    /** As many threads as there are cores. */
    public ComputePool(WireLimits limits, MemoryBudget memory) {
        this(limits, memory, Runtime.getRuntime().availableProcessors());
    }

    ComputePool(WireLimits limits, MemoryBudget memory, int cores) {
        this.limits = limits.work();
        this.deadline = limits.computationDeadline();
        this.memory = memory;
        this.threads = new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.queue()),
                Thread.ofPlatform().name("compute-", 1).daemon().factory());
    }

    /**
     * Computes as soon as a thread is free, and waits for the result. What the computation throws is thrown here. One that
     * takes too long, or that nobody waits for, is interrupted, and has to look whether it is.
     *
     * @throws WorkTooLargeException if the estimate is more than one request may need, or the deadline passes
     * @throws TooManyRequestsException if the queue or the memory is full
     * @throws UnavailableException if the service is stopping
     */
    public <T> T compute(Work estimate, Supplier<T> work) {
        if (!estimate.isWithin(limits)) {
            throw new WorkTooLargeException(estimate, limits);
        }
        MemoryBudget.Share share = memory.open();
        share.grow(estimate.bytes());
        Computation<T> computation = new Computation<>(onOneCore(work), share);
        submit(computation);
        return await(computation, estimate);
    }

    /** A computation's own core is lent to no other; those that idle may help with what is large. */
    private static <T> Supplier<T> onOneCore(Supplier<T> work) {
        return () -> {
            try (Cores.Claim _ = Cores.all().claim()) {
                return work.get();
            }
        };
    }

    /** Computations that can run at once. */
    public int threads() {
        return threads.getMaximumPoolSize();
    }

    /** Computations that run now. */
    public int running() {
        return threads.getActiveCount();
    }

    /** Computations that wait for a thread. */
    public int waiting() {
        return threads.getQueue().size();
    }

    private void submit(Computation<?> computation) {
        try {
            threads.execute(computation);
        } catch (RejectedExecutionException full) {
            computation.cancel(false);
            throw threads.isShutdown()
                    ? stopping()
                    : new TooManyRequestsException("As many requests are waiting as may wait.", SOON);
        }
    }

    private <T> T await(Computation<T> computation, Work estimate) {
        try {
            return computation.await(deadline);
        } catch (TimeoutException late) {
            computation.cancel(true);
            throw new WorkTooLargeException(estimate, limits, deadline);
        } catch (InterruptedException stopped) {
            computation.cancel(true);
            Thread.currentThread().interrupt();
            throw stopping();
        } catch (CancellationException stopped) {
            throw stopping();
        } catch (ExecutionException failed) {
            throw rethrown(failed.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case Error error -> throw error;
            case CancellationException stopped -> stopping();
            case RuntimeException exception -> exception;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private static UnavailableException stopping() {
        return new UnavailableException("The service is stopping.", SOON);
    }

    /** Takes no more, lets what runs and waits end for ten seconds, and interrupts the rest. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                stop();
            }
        } catch (InterruptedException hurried) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        threads.shutdownNow().forEach(waiting -> ((Computation<?>) waiting).cancel(false));
    }
}
