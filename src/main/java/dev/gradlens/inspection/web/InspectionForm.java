package dev.gradlens.inspection.web;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.NotSupportedYet;
import dev.gradlens.wire.setup.BatchForm;
import dev.gradlens.wire.setup.Bundle;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.setup.ParametersForm;
import dev.gradlens.wire.setup.Precision;
import dev.gradlens.wire.setup.ScaleName;
import dev.gradlens.wire.setup.SetupForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of one batch.
 *
 * @param parameters of every layer
 * @param conventions whose defaults hold; paper where it is not given
 * @param mode training where it is not given
 * @param backward exact where it is not given
 * @param gradientCheck where it is not given, as many entries as a small budget reaches
 */
@Called("an inspection")
record InspectionForm(
        NetworkForm network,
        @Nullable ParametersForm parameters,
        @NotSupportedYet @Nullable Object initialization,
        @NotSupportedYet @Nullable String model,
        BatchForm batch,
        @Nullable Bundle conventions,
        @Nullable Precision precision,
        @Nullable ScaleName gradientScale,
        @Nullable Mode mode,
        @Nullable BackwardRule backward,
        @Nullable GradientCheckForm gradientCheck,
        @Nullable List<Include> include,
        @Nullable TensorsForm tensors)
        implements SetupForm {}
