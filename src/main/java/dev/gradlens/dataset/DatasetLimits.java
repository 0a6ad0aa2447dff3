package dev.gradlens.dataset;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How large a data set that is uploaded may be.
 *
 * @param columns of a file: pictures of 32×32 pixels in three colours have 3,072. Every answer about a data set lists them
 * @param cells rows times columns: 4 million are 32 MB as float64, as much as the longest body, and half of what is read as
 *     one array
 */
@Validated
@ConfigurationProperties("gradlens.limits.datasets")
public record DatasetLimits(
        @DefaultValue("4096") @Min(1) @Max(100_000) int columns,

        @DefaultValue("4000000") @Min(1) @Max(8_000_000) int cells) {
    /** Beyond so many a column of whole numbers is something measured, and one of texts something said, rather than a class. */
    public static final int CLASSES = 1000;
}
