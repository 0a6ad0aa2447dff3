package dev.gradlens.training.web;

import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.WorkQueue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Wakes those who wait for events: at once where this instance wrote them, and after half a second where another one did. All
 * who wait share one question to the database.
 */
final class EventWatch implements ApplicationListener<ContextClosedEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final TrainingHistory history;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final Thread looking;
    private volatile boolean closing;

    EventWatch(TrainingHistory history, WorkQueue queue) {
        this.history = history;
        this.looking = Thread.ofVirtual().name("training-events").start(this::look);
        queue.onEvent(this::wake);
    }

    /** Those who wait for events of one training, and the last one they know. */
    private static final class Waiting {
        private final Condition condition;
        private long known;
        private long signals;
        private int count;

        Waiting(Condition condition) {
            this.condition = condition;
        }
    }

    /** Whether the service stops, and nobody should wait. */
    boolean isClosing() {
        return closing;
    }

    /**
     * Waits for an event behind the last known one.
     *
     * @return false where nothing happened for so long
     */
    boolean await(String training, long known, Duration longest) throws InterruptedException {
        lock.lock();
        Waiting mine = waiting.computeIfAbsent(training, _ -> new Waiting(lock.newCondition()));
        mine.count++;
        try {
            mine.known = Math.max(mine.known, known);
            long before = mine.signals;
            long left = longest.toNanos();
            while (!closing && mine.signals == before && left > 0) {
                left = mine.condition.awaitNanos(left);
            }
            return left > 0;
        } finally {
            mine.count--;
            if (mine.count == 0) {
                waiting.remove(training);
            }
            lock.unlock();
        }
    }

    private void wake(String training) {
        lock.lock();
        try {
            Waiting those = waiting.get(training);
            if (those != null) {
                those.signals++;
                those.condition.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        try {
            while (!closing) {
                Thread.sleep(LOOK);
                if (!waiting.isEmpty()) {
                    wakeWhereSomethingHappened();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void wakeWhereSomethingHappened() {
        try {
            Map<String, Long> last = history.lastEvents(waiting.keySet());
            waiting.forEach((training, those) -> {
                Long number = last.get(training);
                if (number == null || number > those.known) {
                    wake(training);
                }
            });
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("the database does not tell what happened", away);
        }
    }

    /** Before the server waits for its streams to end. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        close();
    }

    @Override
    public void close() {
        closing = true;
        looking.interrupt();
        waiting.keySet().forEach(this::wake);
    }
}
