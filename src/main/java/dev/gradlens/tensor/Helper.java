package dev.gradlens.tensor;

import dev.gradlens.tensor.Cores.Loan;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits for parts of others' computations. */
final class Helper {
    /** Behind each other, passes come within microseconds; to wake a thread takes some fifty. */
    private static final long PATIENCE_NANOSECONDS = 50_000;

    private final AtomicReference<@Nullable Loan> offered = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean working;

    Helper(String name) {
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
    }

    /** Whether the helper is free and may begin. */
    boolean offer(Loan loan) {
        if (working || !offered.compareAndSet(null, loan)) {
            loan.end();
            return false;
        }
        LockSupport.unpark(thread);
        return true;
    }

    /** Whether it had not begun, and will not. */
    boolean withdraw(Loan loan) {
        return offered.compareAndSet(loan, null);
    }

    private void loop() {
        while (true) {
            Loan loan = offered.getAndSet(null);
            if (loan == null) {
                await();
            } else {
                working = true;
                loan.work();
                working = false;
            }
        }
    }

    private void await() {
        long until = System.nanoTime() + PATIENCE_NANOSECONDS;
        while (offered.get() == null && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        while (offered.get() == null) {
            LockSupport.park(this);
        }
    }
}
