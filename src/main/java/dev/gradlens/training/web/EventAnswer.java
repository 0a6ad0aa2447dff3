package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.training.TrainingEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a training.
 *
 * @param id from 1, without a gap
 * @param event what kind it is
 * @param at when, in UTC
 * @param step after which it happened; of metrics, the last one in them
 * @param state that it is in from then on
 * @param model of a checkpoint
 * @param code of a warning
 * @param detail a warning in words
 * @param steps of metrics, ascending
 * @param series of metrics: a number for each step, null where there is none
 */
@Schema(name = "TrainingEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventAnswer(
        long id,
        EventName event,
        String at,
        long step,
        @Nullable TrainingStateName state,
        @Nullable String model,
        @Nullable String code,
        @Nullable String detail,
        @Nullable List<Long> steps,
        @Nullable Map<String, List<@Nullable Double>> series) {

    /** What kind of event. */
    @Schema(name = "TrainingEventName")
    enum EventName {
        /** The state changed. */
        STATE,
        /** Some steps were taken. */
        METRICS,
        /** A checkpoint was kept. */
        CHECKPOINT,
        /** There is something that the owner should know. */
        WARNING
    }

    static EventAnswer of(TrainingEvent event) {
        MetricsAnswer metrics = event.metrics() == null ? null : MetricsAnswer.of(event.metrics());
        boolean state = event.kind() == TrainingEvent.Kind.STATE;
        boolean warning = event.kind() == TrainingEvent.Kind.WARNING;
        return new EventAnswer(
                event.number(),
                EventName.valueOf(event.kind().name()),
                TrainingWriter.time(event.at()),
                event.lastStep(),
                state && event.code() != null ? TrainingStateName.valueOf(event.code()) : null,
                event.kind() == TrainingEvent.Kind.CHECKPOINT ? event.text() : null,
                warning ? event.code() : null,
                warning ? event.text() : null,
                metrics == null ? null : metrics.steps(),
                metrics == null ? null : metrics.series());
    }
}
