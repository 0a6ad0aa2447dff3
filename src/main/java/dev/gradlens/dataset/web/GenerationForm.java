package dev.gradlens.dataset.web;

import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A data set of two features, x1 and x2, that is to be drawn. The same request gives the same numbers on every machine, and so
 * the same sha256.
 *
 * @param generator what the classes look like
 * @param size rows of all classes together, at least as many as there are classes. Row i is of class i mod classes, so that
 *     the classes are as large as one another, or differ by one row
 * @param noise standard deviation of a normal number that is added to each feature. By default 0, as in scikit-learn and
 *     TensorFlow Playground, and for blobs 1
 * @param seed another one gives other random numbers, the same one the same
 * @param classes how many, of a spiral or of blobs; the other figures have 2
 * @param offset added to every feature: with a large one the data are far from standardized. Beyond a billion doubles would
 *     not hold the figure's digits
 * @param name for people; that of the generator where it is not given. At most 200 characters
 */
@Schema(name = "DatasetRequest")
@Called("a data set to generate")
record GenerationForm(
        GeneratorName generator,

        @Schema(defaultValue = "200") @Min(2) @Max(1_000_000) @Nullable
        Integer size,

        @DecimalMin("0") @DecimalMax("1000000") @Nullable Double noise,
        @Schema(defaultValue = "0") @Nullable Long seed,

        @Schema(defaultValue = "2") @Min(2) @Max(100) @Nullable
        Integer classes,

        @Schema(defaultValue = "0") @DecimalMin("-1000000000") @DecimalMax("1000000000") @Nullable
        Double offset,

        @Nullable String name) {}
