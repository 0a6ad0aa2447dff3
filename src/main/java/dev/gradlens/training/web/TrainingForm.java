package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.training.ExampleOrder.LastBatch;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.setup.Bundle;
import dev.gradlens.wire.setup.InitializationForm;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.setup.ParametersForm;
import dev.gradlens.wire.setup.StartForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is to be trained, on what and how. Only {@code network} and {@code data} are required.
 *
 * @param name for people
 * @param network whose function J is made small
 * @param data what it is trained on
 * @param standardize whether each feature has the mean of the training part taken away and is divided by its deviation (over
 *     all of it; a feature that is constant is only centred). The models then do the same to whatever they are given
 * @param precision of the whole computation
 * @param conventions whose defaults hold; a field that is given wins over them
 * @param optimizer how parameters move; Adam where it is not given
 * @param schedule how the learning rate changes
 * @param clipNorm to which all gradients together are scaled down where their norm is more, as by PyTorch's clip_grad_norm_
 * @param batchSize examples in a step; where it is more than there are to train on, each step takes all of them, whatever
 *     {@code lastBatch} says
 * @param lastBatch what becomes of a last batch that is not full; the only batch of an epoch is always kept
 * @param epochs how often each example is seen
 * @param validationFraction of the examples that are kept apart, and looked at after each epoch
 * @param parameters with which it begins
 * @param initialization makes those with which it begins, where parameters are not given; he with seed 0 where it is not given
 * @param seed of the order of the examples, and of which are kept apart
 * @param backward how backward treats normalizations: exact, or wrong on purpose
 * @param metricsEvery so many steps something is told; 0 for never
 * @param checkpointEvery so many steps a checkpoint is kept, and one at the end; 0 for the end alone. From the last one a
 *     training goes on that was interrupted
 * @param gradientCheckEvery so many steps some entries of each gradient are checked against an oracle; 0 for never
 * @param earlyStopping ends it where the validation part gets no better
 * @param deadlineSeconds for which it may run, pauses not counted
 */
@Schema(name = "TrainingRequest")
@Called("a training")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingForm(
        @Size(max = 200) @Nullable String name,
        NetworkForm network,
        DataForm data,
        @Schema(defaultValue = "false") @Nullable Boolean standardize,
        @Schema(defaultValue = "float64") @Nullable Precision precision,
        @Schema(defaultValue = "paper") @Nullable Bundle conventions,
        @Nullable OptimizerForm optimizer,
        @Nullable ScheduleForm schedule,
        @Positive @Nullable Double clipNorm,

        @Schema(defaultValue = "64") @Min(1) @Nullable Integer batchSize,

        @Schema(defaultValue = "keep") @Nullable LastBatch lastBatch,

        @Schema(defaultValue = "20") @Min(1) @Max(MOST_EPOCHS) @Nullable
        Integer epochs,

        @Schema(defaultValue = "0") @DecimalMin("0") @DecimalMax("0.9") @Nullable
        Double validationFraction,

        @Nullable ParametersForm parameters,
        @Nullable InitializationForm initialization,
        @Schema(defaultValue = "0") @Nullable Long seed,
        @Schema(defaultValue = "exact") @Nullable BackwardRule backward,
        @Schema(defaultValue = "1") @Min(0) @Nullable Integer metricsEvery,
        @Schema(defaultValue = "100") @Min(0) @Nullable Integer checkpointEvery,
        @Schema(defaultValue = "0") @Min(0) @Nullable Integer gradientCheckEvery,
        @Nullable EarlyStoppingForm earlyStopping,

        @Schema(defaultValue = "3600") @Min(1) @Max(MOST_SECONDS) @Nullable
        Integer deadlineSeconds)
        implements StartForm {
    static final int MOST_EPOCHS = 1_000_000;
    /** A week. */
    static final int MOST_SECONDS = 7 * 24 * 3600;

    static final int BATCH_SIZE = 64;
    static final int EPOCHS = 20;
    static final int CHECKPOINT_EVERY = 100;
    static final int DEADLINE_SECONDS = 3600;
}
