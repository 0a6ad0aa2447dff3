package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.training.TrainingState;
import io.swagger.v3.oas.annotations.media.Schema;

/** Where a training is in its life. */
@Schema(name = "TrainingState")
enum TrainingStateName {
    /** Waits for a free worker. */
    @JsonProperty("QUEUED")
    QUEUED,
    /** Steps are taken. */
    @JsonProperty("RUNNING")
    RUNNING,
    /** Will pause behind the step that is under way. */
    @JsonProperty("PAUSING")
    PAUSING,
    /** Stands still until it is resumed. */
    @JsonProperty("PAUSED")
    PAUSED,
    /** Will end behind the step that is under way. */
    @JsonProperty("CANCELLING")
    CANCELLING,
    /** Was ended by its owner. */
    @JsonProperty("CANCELLED")
    CANCELLED,
    /** Has done what was asked for. */
    @JsonProperty("SUCCEEDED")
    SUCCEEDED,
    /** Could not go on; {@code failure} says why. */
    @JsonProperty("FAILED")
    FAILED;

    static TrainingStateName of(TrainingState state) {
        return valueOf(state.name());
    }

    TrainingState state() {
        return TrainingState.valueOf(name());
    }
}
