package dev.gradlens.training.run;

import dev.gradlens.training.Failure;
import dev.gradlens.training.LeaseLostException;
import dev.gradlens.training.Recipe;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Report;
import dev.gradlens.training.WorkQueue.Warning;
import dev.gradlens.training.run.Control.Wish;
import dev.gradlens.wire.UnavailableException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes what a worker has to write although the database or the volume may be away for a while. What is told is told again a
 * second later, with what has come since; what has to be written is tried until it is; and where the training turns out to be
 * another worker's, nothing is.
 */
final class Persistence implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

    /** How often progress is told: as often as anybody can see, and seldom beside what a commit costs. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private static final Duration AGAIN = Duration.ofMillis(500);

    /** How long the last checkpoint waits for room on the volume; after that somebody has to know. */
    private static final Duration LONGEST_FULL = Duration.ofMinutes(2);

    /** How long a worker that shall leave waits for the database, within what a stopping service has. */
    private static final Duration LONGEST_LEAVE = Duration.ofSeconds(5);

    /** Steps whose numbers wait, before the training waits for them to be written: some MB. */
    private static final int MOST_WAITING = 10_000;

    private final WorkQueue queue;
    private final StoredProgress stored;
    private final Control control;
    private final Diary diary;
    private final Recipe recipe;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training-checkpoint").daemon().factory());
    private @Nullable Future<?> pending; // a checkpoint that is being written
    private long next = System.nanoTime() + EVERY.toNanos();
    private volatile long kept;

    Persistence(WorkQueue queue, StoredProgress stored, Control control, Diary diary, Recipe recipe, long kept) {
        this.queue = queue;
        this.stored = stored;
        this.control = control;
        this.diary = diary;
        this.recipe = recipe;
        this.kept = kept;
    }

    /**
     * Tells how it goes, if it is time, and no checkpoint that is being written has to tell of earlier steps first.
     *
     * @throws LeaseLostException if the training is another worker's
     */
    void tellNowAndThen() {
        boolean full = diary.waiting() >= MOST_WAITING;
        if (pending != null && !pending.isDone() && !full) {
            return;
        }
        await();
        if (full) {
            insist(report -> queue.report(control.lease(), report));
        } else if (System.nanoTime() > next && diary.hasNews()) {
            tell();
        }
    }

    private void tell() {
        try {
            write(report -> queue.report(control.lease(), report));
            next = System.nanoTime() + EVERY.toNanos();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("progress cannot be told: {}", away.getMessage());
            next = System.nanoTime() + AGAIN.toNanos();
        }
    }

    /**
     * Keeps a checkpoint on the way, while the training goes on, since it is waiting for disks that takes long; one for which the
     * volume has no room is left out, and its owner told.
     *
     * @throws LeaseLostException if the training is another worker's
     */
    void keep(StoredProgress.Point point) {
        await();
        if (point.state().steps() > kept) {
            Report report = diary.report();
            diary.told(report);
            pending = writer.submit(() -> write(point, report));
        }
    }

    private void write(StoredProgress.Point point, Report report) {
        try {
            StoredProgress.Files files = stored.write(recipe, point);
            insist(() -> stored.commit(control.lease(), report, files));
            kept = files.step();
        } catch (UnavailableException full) {
            Warning leftOut = new Warning("checkpointLeftOut", point.state().steps(), full.sentence());
            insist(() -> queue.report(control.lease(), report.with(leftOut)));
        }
    }

    /** Waits for the checkpoint that is being written, if one is. */
    private void await() {
        try {
            if (pending != null) {
                pending.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LeaseLostException(control.lease().training());
        } finally {
            pending = null;
        }
    }

    /**
     * Keeps the last checkpoint, for which it waits.
     *
     * @return false where there was no room for minutes
     * @throws LeaseLostException if the training is another worker's
     */
    boolean keepLast(StoredProgress.Point point) {
        await();
        long end = System.nanoTime() + LONGEST_FULL.toNanos();
        while (point.state().steps() > kept) {
            try {
                StoredProgress.Files files = stored.write(recipe, point);
                insist(report -> stored.commit(control.lease(), report, files));
                kept = files.step();
            } catch (UnavailableException full) {
                if (System.nanoTime() > end || control.wish() != Wish.GO_ON) {
                    return false;
                }
                sleep();
            }
        }
        return true;
    }

    /** Ends the training. */
    void finish(@Nullable Failure failure) {
        await();
        insist(report -> queue.finish(control.lease(), report, failure));
    }

    /** Leaves it to its owner, or to another worker. */
    void giveBack() {
        await();
        insist(report -> queue.giveBack(control.lease(), report));
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    private void write(Consumer<Report> how) {
        Report report = diary.report();
        how.accept(report);
        diary.told(report);
    }

    private void insist(Consumer<Report> how) {
        insist(() -> write(how));
    }

    private void insist(Runnable write) {
        long since = System.nanoTime();
        while (true) {
            try {
                write.run();
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("the database does not take what a training has to write: {}", away.getMessage());
                boolean leaves = control.wish() == Wish.LEAVE || control.wish() == Wish.LOST;
                if (leaves && System.nanoTime() - since > LONGEST_LEAVE.toNanos()) {
                    throw new LeaseLostException(control.lease().training()); // it will be, by and by
                }
                sleep();
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LeaseLostException(control.lease().training());
        }
    }
}
