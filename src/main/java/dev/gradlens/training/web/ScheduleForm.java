package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.network.training.Schedule;
import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the learning rate changes. Over the first {@code warmupSteps} steps it grows evenly from learningRate/warmupSteps to
 * learningRate; what follows counts from there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "constant", value = ScheduleForm.Constant.class),
    @JsonSubTypes.Type(name = "step", value = ScheduleForm.Step.class),
    @JsonSubTypes.Type(name = "cosine", value = ScheduleForm.Cosine.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Schedule")
sealed interface ScheduleForm {
    /** As PyTorch's StepLR has it. */
    double FACTOR = 0.1;

    /** Steps of the warm-up; none where it is not given. */
    @Nullable
    Long warmupSteps();

    /** The schedule; one of which something could not be read is constant, as its fault has been said. */
    Schedule schedule();

    /** What is used where a request names none. */
    static ScheduleForm byDefault() {
        return new Constant(null);
    }

    /** The form in which nothing is left to a default. */
    default ScheduleForm inFull() {
        return switch (schedule()) {
            case Schedule.Constant(long warmup) -> new Constant(warmup);
            case Schedule.StepDecay(long every, double factor, long warmup) -> new Step(every, factor, warmup);
            case Schedule.Cosine(double minimum, long warmup) -> new Cosine(minimum, warmup);
        };
    }

    private long warmup() {
        return Objects.requireNonNullElse(warmupSteps(), 0L);
    }

    /**
     * The same rate throughout.
     *
     * @param warmupSteps of the warm-up
     */
    @Schema(name = "ConstantSchedule")
    @Called("a schedule of type constant")
    record Constant(
            @Schema(defaultValue = "0") @Min(0) @Nullable Long warmupSteps) implements ScheduleForm {
        @Override
        public Schedule schedule() {
            return new Schedule.Constant(ScheduleForm.super.warmup());
        }
    }

    /**
     * Multiplied by {@code factor} every so many steps, as PyTorch's StepLR that is told of every step.
     *
     * @param every so many steps
     * @param factor what the rate is multiplied by
     * @param warmupSteps of the warm-up
     */
    @Schema(name = "StepSchedule")
    @Called("a schedule of type step")
    record Step(
            @Min(1) Long every,

            @Schema(defaultValue = "0.1") @Positive @Nullable
            Double factor,

            @Schema(defaultValue = "0") @Min(0) @Nullable Long warmupSteps)
            implements ScheduleForm {
        @Override
        @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
        public Schedule schedule() {
            return every == null
                    ? new Schedule.Constant(0)
                    : new Schedule.StepDecay(
                            every, Objects.requireNonNullElse(factor, FACTOR), ScheduleForm.super.warmup());
        }
    }

    /**
     * Falls to {@code minimum} along half a cosine, which it reaches at the last step, as PyTorch's CosineAnnealingLR.
     *
     * @param minimum where it ends
     * @param warmupSteps of the warm-up
     */
    @Schema(name = "CosineSchedule")
    @Called("a schedule of type cosine")
    record Cosine(
            @Schema(defaultValue = "0") @PositiveOrZero @Nullable
            Double minimum,

            @Schema(defaultValue = "0") @Min(0) @Nullable Long warmupSteps)
            implements ScheduleForm {
        @Override
        public Schedule schedule() {
            return new Schedule.Cosine(Objects.requireNonNullElse(minimum, 0.0), ScheduleForm.super.warmup());
        }
    }
}
