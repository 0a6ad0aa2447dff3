package dev.gradlens.training.run;

import dev.gradlens.training.LeaseLostException;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.run.Control.Wish;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Renews the leases of this instance's workers, on a thread of its own, and tells them what their owners want. */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    /** A twelfth of a lease; and a wish is heard in half a second. */
    private static final Duration HEARTBEAT = Duration.ofMillis(500);

    private final WorkQueue queue;
    private final Set<Control> held = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("training-leases").daemon().factory());

    private LeaseKeeper(WorkQueue queue) {
        this.queue = queue;
    }

    static LeaseKeeper start(WorkQueue queue) {
        LeaseKeeper keeper = new LeaseKeeper(queue);
        ScheduledFuture<?> _ = keeper.thread.scheduleWithFixedDelay(
                keeper::renew, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        return keeper;
    }

    void hold(Control control) {
        held.add(control);
    }

    void letGo(Control control) {
        held.remove(control);
    }

    /** How many trainings this instance works at. */
    int count() {
        return held.size();
    }

    /** Asks all workers to leave. */
    void dismiss() {
        held.forEach(control -> control.raise(Wish.LEAVE));
    }

    private void renew() {
        held.forEach(this::renew);
    }

    /** While the database is away nobody else can take the training either. */
    private void renew(Control control) {
        try {
            control.wanted(queue.renew(control.lease()));
        } catch (LeaseLostException lost) {
            LOG.debug(
                    "the lease of training {} is another's, or given back",
                    control.lease().training());
            control.raise(Wish.LOST);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("a lease cannot be renewed: {}", away.getMessage());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
