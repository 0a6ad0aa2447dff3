package dev.gradlens.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trainings as workers see them. A worker holds a lease on what it works at, and renews it; whoever else finds it run out takes
 * the training over, from its last checkpoint. Each claim has a number of its own, higher than those before it, and whatever a
 * worker writes is written under its number, so that one that lost its lease without noticing writes nothing.
 */
public interface WorkQueue {

    /** A training that waits, or whose worker was lost, if there is one; those that were lost too often are failed on the way. */
    Optional<Claim> claim(String owner);

    /**
     * Holds the lease for longer.
     *
     * @return the state that the owner wants
     * @throws LeaseLostException if it is another's
     */
    TrainingState renew(Lease lease);

    /**
     * Says how far it has come.
     *
     * @throws LeaseLostException if the lease is another's, and nothing is written
     */
    void report(Lease lease, Report report);

    /**
     * Keeps a checkpoint with all that happened until then.
     *
     * @param along what else is written in the same transaction
     * @throws LeaseLostException if the lease is another's, and nothing is written
     */
    void checkpoint(Lease lease, Report report, Checkpointed kept, Runnable along);

    /**
     * Ends a training: it succeeded, or failed.
     *
     * @throws LeaseLostException if the lease is another's, and nothing is written
     */
    void finish(Lease lease, Report report, @Nullable Failure failure);

    /**
     * Gives a training back before its end: it is then paused or cancelled where its owner wants that, else it waits again.
     *
     * @throws LeaseLostException if the lease is another's, and nothing is written
     */
    void giveBack(Lease lease, Report report);

    /** Lets another worker try again a little later, as if this one had been lost. */
    void abandon(Lease lease);

    /** Those that wait, and those that are held. */
    Counts counts();

    /** Called whenever there may be work, after it was committed. */
    void onWork(Runnable listener);

    /** Called with the id of a training of which something new happened, after it was committed. */
    void onEvent(Consumer<String> listener);

    /**
     * A right to work at a training.
     *
     * @param fence higher than that of every claim before
     */
    record Lease(String training, long fence, String owner) {}

    /**
     * A training to work at.
     *
     * @param dataSha256 the file of its examples
     * @param resumeSha256 what the next step depends on beside the model of the last checkpoint; absent at the start
     * @param lastCheckpoint the step of the last checkpoint
     * @param runMillis how long it has been running before
     */
    record Claim(
            Lease lease,
            Training training,
            String dataSha256,
            @Nullable String resumeSha256,
            long lastCheckpoint,
            long runMillis) {}

    /**
     * What a worker has to tell.
     *
     * @param millis of running that have not been told yet
     */
    record Report(Progress progress, List<MetricsChunk> metrics, List<Warning> warnings, long millis) {

        /** The same with a warning more. */
        public Report with(Warning warning) {
            List<Warning> more = new ArrayList<>(warnings);
            more.add(warning);
            return new Report(progress, metrics, more, millis);
        }
    }

    /** Something that the owner should know. */
    record Warning(String code, long step, String detail) {}

    /** A checkpoint's model, with its file, and the file of the rest. */
    record Checkpointed(long step, String model, String sha256, String resumeSha256) {}

    /** How many. */
    record Counts(long waiting, long held, long lost) {}
}
