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
import org.jspecify.annotations.Nullable;

/**
 * Numbers that somebody computed by hand, and of what. At least one tensor is sent. It has exactly one of
 * {@code parameters}, {@code initialization} and {@code model}.
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
 *     it; the diagnosis itself computes in float64
 * @param gradientScale of what the gradients are; cost where it is not given, but meanInParameters under the conventions
 *     {@code course}
 * @param mode whose statistics batch normalization uses
 * @param backward exact and nothing else, since a diagnosis is against the true gradient
 * @param gradients the client's own
 * @param forward the client's own forward tensors, from which its conventions are told
 * @param rounding how these numbers were rounded; told from the numbers where it is not given
 */
@Schema(name = "DiagnosisRequest")
@Called("a diagnosis")
record DiagnosisForm(
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
        @Nullable GradientsForm gradients,
        @Nullable ForwardForm forward,
        @Nullable RoundingForm rounding)
        implements SetupForm, SentForm {}
