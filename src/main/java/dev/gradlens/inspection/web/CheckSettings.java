package dev.gradlens.inspection.web;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The gradient check.
 *
 * @param unaskedOperations what a check that nobody asked for may cost: 2e8 operations are about a fifth of a second on one
 *     core, and every entry of a network such as people write by hand
 */
@Validated
@ConfigurationProperties("gradlens.check")
record CheckSettings(
        @DefaultValue("200000000") @PositiveOrZero long unaskedOperations) {}
