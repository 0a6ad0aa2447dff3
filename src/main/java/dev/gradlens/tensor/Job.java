package dev.gradlens.tensor;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Parts to be done by a caller and whoever helps. */
final class Job {
    /** A part that was begun is mostly done sooner; to sleep and to be woken takes as long. */
    private static final long PATIENCE_NANOSECONDS = 100_000;

    private static final long NAP_NANOSECONDS = 20_000;

    private final int parts;
    private final IntConsumer part;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger helpers = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Job(int parts, IntConsumer part) {
        this.parts = parts;
        this.part = part;
    }

    int parts() {
        return parts;
    }

    void expectHelper() {
        helpers.incrementAndGet();
    }

    void leave() {
        if (helpers.decrementAndGet() == 0) {
            LockSupport.unpark(caller);
        }
    }

    /** By the caller, until none is left to begin; whatever ends it early stops the helpers too. */
    void work() {
        boolean done = false;
        try {
            for (int at = next.getAndIncrement(); at < parts; at = next.getAndIncrement()) {
                Interruption.check();
                part.accept(at);
            }
            done = true;
        } finally {
            if (!done) {
                next.set(parts);
            }
        }
    }

    /** By the caller: the next part, if there is one that nobody has begun. */
    private boolean doNext() {
        int at = next.get() < parts ? next.getAndIncrement() : parts;
        if (at >= parts) {
            return false;
        }
        part.accept(at);
        return true;
    }

    /** By a helper, until none is left or its core is needed. */
    void help(BooleanSupplier isNeededElsewhere) {
        try {
            while (!isNeededElsewhere.getAsBoolean()) {
                int at = next.getAndIncrement();
                if (at >= parts) {
                    return;
                }
                part.accept(at);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            next.set(parts);
        }
    }

    /** An interruption is kept for later: the helpers still write where the caller reads. */
    void awaitHelpers() {
        boolean interrupted = false;
        long until = System.nanoTime() + PATIENCE_NANOSECONDS;
        while (helpers.get() > 0) {
            if (Thread.interrupted()) {
                interrupted = true;
            }
            pause(until);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** By the caller: does parts that nobody has begun, and then waits, until something is done that one of them does. */
    void workUntil(BooleanSupplier isDone) {
        long until = 0;
        while (!isDone.getAsBoolean()) {
            rethrow();
            if (doNext()) {
                until = 0;
            } else if (until == 0) {
                until = System.nanoTime() + PATIENCE_NANOSECONDS;
            } else {
                pause(until);
            }
        }
    }

    private void pause(long napFrom) {
        if (System.nanoTime() < napFrom) {
            Thread.onSpinWait();
        } else {
            LockSupport.parkNanos(this, NAP_NANOSECONDS);
        }
    }

    void rethrow() {
        switch (failure.get()) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }
}
