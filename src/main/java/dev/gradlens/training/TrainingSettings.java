package dev.gradlens.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of trainings.
 *
 * @param queue trainings that may wait; more are refused
 * @param workers trainings that run at once on this instance; 0 for one less than there are cores, and at least one, so that
 *     requests find a free core. An instance that shall only answer requests has -1
 */
@Validated
@ConfigurationProperties("gradlens.trainings")
public record TrainingSettings(
        @DefaultValue("100") @Min(1) int queue,
        @DefaultValue("0") @Min(-1) @Max(1024) int workers) {

    /** How many workers this instance has. */
    public int workersHere() {
        return switch (workers) {
            case -1 -> 0;
            case 0 -> Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
            default -> workers;
        };
    }
}
