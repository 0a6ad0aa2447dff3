package dev.gradlens.training.run;

import dev.gradlens.training.LeaseLostException;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Claim;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Threads of this instance that take trainings from the queue, one at a time each, for as long as the service runs. */
final class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** How often idle workers look for work that another instance took in, or lost. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** For which a stopping service waits for checkpoints. */
    private static final Duration FAREWELL = Duration.ofSeconds(12);

    private final WorkQueue queue;
    private final Workshop workshop;
    private final LeaseKeeper leases;
    private final Counter steps;
    private final int count;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore work = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(WorkQueue queue, Workshop workshop, LeaseKeeper leases, Counter steps, int count) {
        this.queue = queue;
        this.workshop = workshop;
        this.leases = leases;
        this.steps = steps;
        this.count = count;
    }

    @Override
    public void start() {
        running = true;
        queue.onWork(work::release);
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name("training-" + i).daemon().start(this::work));
        }
    }

    private void work() {
        try {
            while (running) {
                Optional<Claim> claim = claim();
                if (claim.isPresent()) {
                    run(claim.get());
                } else if (work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Claim> claim() throws InterruptedException {
        try {
            return queue.claim(owner);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the queue cannot be looked at: {}", away.getMessage());
            Thread.sleep(LOOK);
            return Optional.empty();
        }
    }

    private void run(Claim claim) {
        Control control = new Control(claim.lease());
        leases.hold(control);
        if (!running) {
            control.raise(Control.Wish.LEAVE);
        }
        try {
            workshop.run(claim, control, _ -> steps.increment());
        } catch (LeaseLostException lost) {
            LOG.info("Training {} is left to another worker", claim.training().id());
        } catch (RuntimeException | Error unforeseen) {
            LOG.error(
                    "training {} failed, and will be tried again",
                    claim.training().id(),
                    unforeseen);
            abandon(claim);
        } finally {
            leases.letGo(control);
        }
    }

    private void abandon(Claim claim) {
        try {
            queue.abandon(claim.lease());
        } catch (LeaseLostException | DataAccessException | TransactionException left) {
            LOG.debug("the lease runs out by itself", left);
        }
    }

    /** Every worker keeps a checkpoint behind its step and gives its training back, so that another instance goes on at once. */
    @Override
    public void stop() {
        running = false;
        leases.dismiss();
        work.release(count);
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started last and stopped first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
