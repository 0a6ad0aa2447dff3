package dev.gradlens.training.web;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one training may be; its memory is bounded as that of a request.
 *
 * @param operations floating-point operations in all: 1e15 are about a day of one core at 1e10 a second
 */
@Validated
@ConfigurationProperties("gradlens.limits.training")
record TrainingLimitSettings(
        @DefaultValue("1000000000000000") @Min(1) long operations) {}
