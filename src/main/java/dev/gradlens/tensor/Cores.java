package dev.gradlens.tensor;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * Shares the parts of a large computation among cores that nothing else uses: neither a computation that claimed one nor a
 * virtual thread that runs or waits for its turn. A helper that is needed elsewhere leaves after the part at which it is; where
 * none is to spare the caller does all parts itself.
 *
 * <p>Which core does which part is open, so parts must not depend on each other.
 */
public final class Cores {
    private static final VirtualThreadSchedulerMXBean VIRTUAL =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private static final Cores ALL = new Cores(Runtime.getRuntime().availableProcessors(), Cores::virtualThreads);

    private final int count;
    private final IntSupplier others;
    private final AtomicInteger inUse = new AtomicInteger();
    private final List<Helper> helpers = new ArrayList<>();

    private Cores(int count, IntSupplier others) {
        this.count = count;
        this.others = others;
        for (int helper = 1; helper < count; helper++) {
            helpers.add(new Helper("helper-" + helper));
        }
    }

    /** Those of this machine or container. */
    public static Cores all() {
        return ALL;
    }

    /** The caller's alone. */
    public static Cores one() {
        return new Cores(1, () -> 1);
    }

    /**
     * So many, with helpers of their own that wait until the process ends.
     *
     * @param others how many are used by what claims none
     */
    static Cores of(int count, IntSupplier others) {
        return new Cores(count, others);
    }

    /** Those that run and those that wait for their turn. */
    private static int virtualThreads() {
        return VIRTUAL.getMountedVirtualThreadCount() + (int) VIRTUAL.getQueuedVirtualThreadCount();
    }

    /**
     * Says that the caller's thread computes until it closes what it gets, so that its core is not lent. A virtual thread need
     * not say so.
     */
    public Claim claim() {
        return new Claim(!Thread.currentThread().isVirtual());
    }

    /** Whether there are more than those in use; never with {@link #one}. */
    public boolean areSpare() {
        return used() < count;
    }

    private int used() {
        return inUse.get() + others.getAsInt();
    }

    /** Whether more is being computed than there are cores. */
    private boolean isCrowded() {
        return used() > count;
    }

    /**
     * Does the parts 0 … parts − 1 and returns when all are done. What a part throws is thrown here.
     *
     * @throws java.util.concurrent.CancellationException if the caller has been interrupted, between two parts
     */
    public void run(int parts, IntConsumer part) {
        if (parts == 1) {
            part.accept(0);
            return;
        }
        Job job = new Job(parts, part);
        List<Loan> loans = lend(job);
        try {
            job.work();
        } finally {
            loans.forEach(Loan::close);
            job.awaitHelpers();
        }
        job.rethrow();
    }

    /**
     * Has parts done by cores to spare, from the first on, while the caller does something else; empty where there are none. Each
     * part has to say itself that it is done.
     */
    public Optional<Begun> begin(int parts, IntConsumer part) {
        Job job = new Job(parts, part);
        return lend(job).isEmpty() ? Optional.empty() : Optional.of(new Begun(job));
    }

    private List<Loan> lend(Job job) {
        List<Loan> loans = new ArrayList<>();
        for (Helper helper : helpers) {
            if (loans.size() < job.parts() - 1 && areSpare()) {
                Loan loan = new Loan(helper, job);
                if (helper.offer(loan)) {
                    loans.add(loan);
                }
            }
        }
        return loans;
    }

    /** Parts that helpers do, and the caller too when it likes. */
    public static final class Begun {
        private final Job job;

        private Begun(Job job) {
            this.job = job;
        }

        /** Does parts that nobody has begun until something is done that one of them does. What a part threw is thrown here. */
        public void workUntil(BooleanSupplier isDone) {
            job.workUntil(isDone);
        }
    }

    /** A core in use. */
    public final class Claim implements AutoCloseable {
        private boolean open;

        private Claim(boolean open) {
            this.open = open;
            inUse.addAndGet(open ? 1 : 0);
        }

        @Override
        public void close() {
            if (open) {
                open = false;
                inUse.decrementAndGet();
            }
        }
    }

    /** A helper's core, until the helper is done or was not yet there when all was done. */
    final class Loan implements AutoCloseable {
        private final Helper helper;
        private final Job job;

        private Loan(Helper helper, Job job) {
            this.helper = helper;
            this.job = job;
            inUse.incrementAndGet();
            job.expectHelper();
        }

        /** On the helper's thread. */
        void work() {
            try {
                job.help(Cores.this::isCrowded);
            } finally {
                end();
            }
        }

        /** Takes it back from a helper that has not begun. */
        @Override
        public void close() {
            if (helper.withdraw(this)) {
                end();
            }
        }

        void end() {
            inUse.decrementAndGet();
            job.leave();
        }
    }
}
