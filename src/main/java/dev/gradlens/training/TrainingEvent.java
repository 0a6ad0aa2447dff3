package dev.gradlens.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a training.
 *
 * @param number from 1, without a gap
 * @param lastStep the step after which it happened; of metrics, the last one in them
 * @param code the state, or the kind of the warning
 * @param text the model of a checkpoint, or the warning in words
 * @param metrics some steps' numbers
 */
public record TrainingEvent(
        long number,
        Kind kind,
        Instant at,
        long lastStep,
        @Nullable String code,
        @Nullable String text,
        @Nullable MetricsChunk metrics) {

    /** What happened. */
    public enum Kind {
        STATE,
        METRICS,
        CHECKPOINT,
        WARNING
    }
}
