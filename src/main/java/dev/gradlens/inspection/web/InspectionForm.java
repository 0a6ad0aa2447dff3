package dev.gradlens.inspection.web;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of one batch. It has exactly one of {@code parameters}, {@code initialization} and
 * {@code model}.
 *
 * @param network whose function J is; it may be left out with {@code model}, whose network then holds with all its
 *     conventions. One that is given beside a model has parameters of the same shapes, and its own conventions hold
 * @param parameters of every layer
 * @param initialization makes the parameters, which are then part of the answer
 * @param model the id of a model, whose parameters these are; they are then part of the answer. What the model does to every
 *     example before the first layer, its standardization, is done to X, and X, dX and the first layer's input are the
 *     standardized ones
 * @param batch at which it is looked
 * @param conventions whose defaults hold; a field that is given wins over them
 * @param precision of the whole computation; float64 where it is not given, but the model's with {@code model}
 * @param gradientScale of what the gradients are; cost where it is not given, but meanInParameters under the conventions
 *     {@code course}
 * @param mode whose statistics batch normalization uses
 * @param backward how backward treats normalizations. The check always compares with the true J, so that a wrong one fails
 * @param gradientCheck how the gradients are checked: true, false or in full. A check that was not asked for looks at as
 *     many entries as a small budget pays for
 * @param include what else the answer holds
 * @param tensors which tensors the answer holds, and how they are written
 */
@Schema(name = "InspectionRequest")
@Called("an inspection")
record InspectionForm(
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
        @Schema(defaultValue = "true") @Nullable GradientCheckForm gradientCheck,
        @Nullable List<Include> include,
        @Nullable TensorsForm tensors)
        implements SetupForm {}
