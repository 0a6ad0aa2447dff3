package dev.gradlens.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Shares the parts of a large computation among cores that no other computation uses. A helper that is needed elsewhere
 * leaves after the part at which it is; where none is to spare the caller does all parts itself.
 *
 * <p>Which core does which part is open, so parts must not depend on each other.
 */
public final class Cores {
    private static final Cores ALL = new Cores(Runtime.getRuntime().availableProcessors());

    private final int count;
    private final AtomicInteger inUse = new AtomicInteger();
    private final List<Helper> helpers = new ArrayList<>();

    private Cores(int count) {
        this.count = count;
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
        return new Cores(1);
    }

    /** So many, with helpers of their own that wait until the process ends. */
    static Cores of(int count) {
        return new Cores(count);
    }

    /** Says that the caller's thread computes until it closes what it gets, so that its core is not lent. */
    public Claim claim() {
        inUse.incrementAndGet();
        return new Claim();
    }

    /** Whether there are more than those in use. */
    public boolean areSpare() {
        return inUse.get() < count;
    }

    /** Whether more is being computed than there are cores. */
    private boolean isCrowded() {
        return inUse.get() > count;
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

    /** A core in use. */
    public final class Claim implements AutoCloseable {
        private boolean open = true;

        private Claim() {}

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
