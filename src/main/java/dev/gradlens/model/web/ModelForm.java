package dev.gradlens.model.web;

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
import dev.gradlens.wire.tensors.VectorInput;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A model that somebody has.
 *
 * @param name for people
 * @param network whose parameters these are
 * @param parameters of every layer
 * @param conventions whose defaults hold in the network; a field that is given wins over them
 * @param precision of the parameters, which are rounded to it, and of what is computed with them
 * @param standardization what is done to every example before the first layer; nothing where it is not given
 */
@Schema(name = "ModelUpload")
@Called("a model")
record ModelForm(
        @Size(min = 1, max = 200) @Nullable String name,

        NetworkForm network,
        ParametersForm parameters,
        @Schema(defaultValue = "paper") @Nullable Bundle conventions,
        @Schema(defaultValue = "float64") @Nullable Precision precision,
        @Nullable StandardizationForm standardization)
        implements SetupForm {

    /**
     * What is done to every example before the first layer: (x − mean)/std of each feature, only x − mean where std is 0.
     *
     * @param mean one for each input
     * @param std one for each input, at least 0
     */
    @Schema(name = "Standardization")
    @Called("a standardization")
    record StandardizationForm(VectorInput mean, VectorInput std) {}

    @Override
    public @Nullable InitializationForm initialization() {
        return null;
    }

    @Override
    public @Nullable String model() {
        return null;
    }

    @Override
    public @Nullable BatchForm batch() {
        return null;
    }

    @Override
    public @Nullable ScaleName gradientScale() {
        return null;
    }

    @Override
    public @Nullable Mode mode() {
        return null;
    }

    @Override
    public @Nullable BackwardRule backward() {
        return null;
    }
}
