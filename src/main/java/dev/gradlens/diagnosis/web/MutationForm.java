package dev.gradlens.diagnosis.web;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.setup.BatchForm;
import dev.gradlens.wire.setup.Bundle;
import dev.gradlens.wire.setup.InitializationForm;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.setup.ParametersForm;
import dev.gradlens.wire.setup.ScaleName;
import dev.gradlens.wire.setup.SetupForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A test of a backward pass, by its numbers. It has exactly one of {@code compares} and {@code finiteDifference}, and exactly
 * one of {@code parameters}, {@code initialization} and {@code model}.
 *
 * @param network whose function J is; it may be left out with {@code model}, whose network then holds with all its
 *     conventions. One that is given beside a model has parameters of the same shapes, and its own conventions hold
 * @param parameters of every layer
 * @param initialization makes the parameters
 * @param model the id of a model, whose parameters these are. What the model does to every example before the first layer, its
 *     standardization, is done to X, and dX is of the standardized X
 * @param batch at which it is looked
 * @param conventions whose defaults hold; a field that is given wins over them
 * @param precision of the setup, float64 where it is not given, but the model's with {@code model}: its numbers are rounded to
 *     it; the gradients themselves are computed in float64
 * @param gradientScale of what the gradients are; cost where it is not given, but meanInParameters under the conventions
 *     {@code course}
 * @param mode whose statistics batch normalization uses
 * @param backward exact and nothing else, since a test is of the true gradient
 * @param compares the gradients that the test holds against right ones, such as dZ1, dgamma1 and dX
 * @param tolerance of that comparison
 * @param finiteDifference where the test is a gradient check
 */
@Schema(name = "MutationScoreRequest")
@Called("a mutation score")
record MutationForm(
        @Nullable NetworkForm network,

        @Nullable ParametersForm parameters,
        @Nullable InitializationForm initialization,
        @Nullable String model,
        BatchForm batch,
        @Schema(defaultValue = "paper") @Nullable Bundle conventions,
        @Nullable Precision precision,
        @Nullable ScaleName gradientScale,
        @Schema(defaultValue = "training") @Nullable Mode mode,
        @Schema(defaultValue = "exact") @Nullable BackwardRule backward,
        @Nullable List<String> compares,
        @Nullable MutationTolerance tolerance,
        @Nullable MutationDifference finiteDifference)
        implements SetupForm {

    /**
     * As NumPy's allclose and isclose: |a − b| ≤ absolute + relative·|b| of every entry, with b the right one. Note that
     * assert_allclose has other defaults, relative 1e-7 and absolute 0.
     *
     * @param relative beside the right entry
     * @param absolute however small that is
     */
    @Called("a tolerance")
    record MutationTolerance(
            @Schema(defaultValue = "1e-5") @PositiveOrZero @Nullable
            Double relative,

            @Schema(defaultValue = "1e-8") @PositiveOrZero @Nullable
            Double absolute) {}

    /**
     * A gradient check by central differences, (J(x + h) − J(x − h))/2h, of every parameter and X: |a − n| ≤
     * tolerance·max(|a|, |n|) of every entry.
     *
     * @param step h, the same for every entry
     * @param precision in which J is computed
     * @param tolerance relative
     */
    @Called("a finite difference")
    record MutationDifference(
            @Schema(defaultValue = "1e-5") @Positive @Nullable
            Double step,

            @Schema(defaultValue = "float64") @Nullable Precision precision,

            @Schema(defaultValue = "1e-6") @PositiveOrZero @Nullable
            Double tolerance) {}
}
