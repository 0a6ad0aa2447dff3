package dev.gradlens.training.run;

import dev.gradlens.model.ModelContent;
import dev.gradlens.model.Models;
import dev.gradlens.network.Standardization;
import dev.gradlens.network.training.TrainerState;
import dev.gradlens.tensor.Precision;
import dev.gradlens.training.Recipe;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Checkpointed;
import dev.gradlens.training.WorkQueue.Claim;
import dev.gradlens.training.WorkQueue.Lease;
import dev.gradlens.training.WorkQueue.Report;
import dev.gradlens.volume.DataVolume;
import dev.gradlens.volume.Stored;
import dev.gradlens.wire.UnavailableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checkpoints as files and rows. The files come first; the rows are written in one transaction, under the lease. */
final class StoredProgress {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final WorkQueue queue;
    private final Models models;
    private final DataVolume volume;

    StoredProgress(WorkQueue queue, Models models, DataVolume volume) {
        this.queue = queue;
        this.models = models;
        this.volume = volume;
    }

    /** Where a training goes on. */
    record Point(
            TrainerState state, Patience patience, @Nullable Standardization standardization) {}

    /**
     * The last checkpoint.
     *
     * @throws UnavailableException if a file cannot be read
     */
    Point last(Claim claim, Recipe recipe) {
        String model = claim.training().model();
        ModelContent content = models.content(model == null ? "" : model)
                .orElseThrow(() -> new UnavailableException("The model of the last checkpoint is missing.", SOON));
        TrainerState beginning = TrainerState.beginning(content.parameters(), recipe.optimizer());
        if (claim.resumeSha256() == null) {
            return new Point(beginning, Patience.FRESH, content.standardization());
        }
        ResumeFile rest = read(claim.resumeSha256());
        return new Point(
                new TrainerState(content.parameters(), rest.memory(), rest.steps()),
                rest.patience(),
                content.standardization());
    }

    private ResumeFile read(String sha256) {
        try (InputStream file = new BufferedInputStream(volume.open(sha256))) {
            return ResumeFile.read(file);
        } catch (IOException failed) {
            throw new UnavailableException("The last checkpoint cannot be read.", SOON);
        }
    }

    /** The files of a checkpoint. */
    record Files(String model, ModelContent content, Stored parameters, Stored rest, long step) {}

    /**
     * Writes the files of a checkpoint.
     *
     * @throws UnavailableException if there is no room
     */
    Files write(Recipe recipe, Point point) {
        Precision precision = recipe.precision();
        TrainerState state = point.state();
        ModelContent content = new ModelContent(recipe.spec(), precision, state.parameters(), point.standardization());
        Stored parameters = models.write(content);
        ResumeFile rest = new ResumeFile(state.steps(), point.patience(), state.memory());
        Stored other = volume.put(to -> rest.write(to, precision));
        return new Files(UUID.randomUUID().toString(), content, parameters, other, state.steps());
    }

    /** Writes the rows, with all that there is to tell. */
    void commit(Lease lease, Report report, Files files) {
        Checkpointed kept = new Checkpointed(
                files.step(),
                files.model(),
                files.parameters().sha256(),
                files.rest().sha256());
        queue.checkpoint(
                lease,
                report,
                kept,
                () -> models.add(files.model(), lease.training(), files.step(), files.content(), files.parameters()));
    }
}
