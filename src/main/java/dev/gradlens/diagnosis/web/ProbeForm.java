package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.probe.Plan;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.setup.ActivationForm;
import dev.gradlens.wire.setup.NormalizationForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a probe is wanted for. Everything may be left out.
 *
 * @param normalization of the first layer; batch where it is not given, and of epsilon 0.1 where it has none, as the mistakes
 *     that epsilon makes visible are then as large as others
 * @param activation of both layers; softmax, which stands on a last layer only, is none of them
 * @param examples of the batch. With two 2, m and m/(m − 1) are the same number; more than 32 part no mistake better, and
 *     nobody reads so many
 * @param features inputs and units of each layer. With one a mistake of the axis makes no difference
 * @param seed another one gives other numbers, the same one the same
 * @param include what else the answer holds
 */
@Schema(name = "ProbeRequest")
@Called("a probe")
record ProbeForm(
        @Nullable NormalizationForm normalization,
        @Schema(defaultValue = "tanh") @Nullable ActivationForm activation,

        @Schema(defaultValue = "5") @Min(Plan.LEAST_EXAMPLES) @Max(Plan.MOST) @Nullable
        Integer examples,

        @Schema(defaultValue = "4") @Min(Plan.LEAST_FEATURES) @Max(Plan.MOST) @Nullable
        Integer features,

        @Schema(defaultValue = "0") @Nullable Long seed,
        @Nullable List<ProbeInclude> include) {}
