package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.training.Checkpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of checkpoints.
 *
 * @param items from the first on; step 0 is the initialization
 * @param next what to ask for with {@code after} to go on; absent on the last page
 */
@Schema(name = "CheckpointPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckpointsAnswer(
        List<CheckpointAnswer> items, @Nullable Long next) {

    /**
     * A moment of a training that is kept.
     *
     * @param step steps taken
     * @param model the id of what had been learned by then
     * @param createdAt when it was kept, in UTC
     * @param sha256 of the model's file
     */
    @Schema(name = "Checkpoint")
    record CheckpointAnswer(long step, String model, String createdAt, String sha256) {
        static CheckpointAnswer of(Checkpoint checkpoint) {
            return new CheckpointAnswer(
                    checkpoint.step(),
                    checkpoint.model(),
                    TrainingWriter.time(checkpoint.createdAt()),
                    checkpoint.sha256());
        }
    }

    /** @param found one more than the page has, where there are more */
    static CheckpointsAnswer of(List<Checkpoint> found, int limit) {
        List<CheckpointAnswer> items =
                found.stream().limit(limit).map(CheckpointAnswer::of).toList();
        return new CheckpointsAnswer(
                items, found.size() > limit ? items.getLast().step() : null);
    }
}
