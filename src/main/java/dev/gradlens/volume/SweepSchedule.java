package dev.gradlens.volume;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Sweeps every hour, beside everything else. */
final class SweepSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Sweeper sweeper;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sweep").daemon().factory());

    private SweepSchedule(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    static SweepSchedule start(Sweeper sweeper) {
        SweepSchedule schedule = new SweepSchedule(sweeper);
        ScheduledFuture<?> _ = schedule.thread.scheduleWithFixedDelay(
                schedule::sweep, FIRST.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return schedule;
    }

    /** What fails this time is tried again the next. */
    private void sweep() {
        try {
            sweeper.sweep(Instant.now());
        } catch (IOException | DataAccessException | TransactionException failed) {
            LOG.warn("files could not be swept", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
