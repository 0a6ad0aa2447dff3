package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.wire.bind.Called;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A layer, which takes Aprev and gives A = g(Ztilda), or g(Z) where nothing is normalized. More types follow. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "dense", value = LayerForm.Dense.class),
    @JsonSubTypes.Type(name = "normalize", value = LayerForm.Normalize.class)
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface LayerForm {

    /** What normalizes Z. */
    @Nullable
    NormalizationForm normalization();

    /** g; the identity where it is not given. */
    @Nullable
    ActivationForm activation();

    /** The form in which nothing is left to a default. */
    static LayerForm of(LayerSpec layer) {
        NormalizationForm normalization = NormalizationForm.of(layer.normalization());
        ActivationForm activation = ActivationForm.of(layer.activation());
        return switch (layer) {
            case DenseSpec dense -> new Dense(dense.units(), dense.bias(), normalization, activation);
            case NormalizeSpec normalize -> new Normalize(normalization, activation);
        };
    }

    /**
     * Z = Aprev·Wᵀ + b in rows, W·Aprev + b in columns.
     *
     * @param units how many
     * @param bias whether there is b
     * @param normalization what normalizes Z; none where it is not given
     * @param activation g
     */
    @Called("a dense layer")
    record Dense(
            @Min(1) Integer units,
            @Schema(defaultValue = "true") @Nullable Boolean bias,
            @Nullable NormalizationForm normalization,
            @Schema(defaultValue = "identity") @Nullable ActivationForm activation)
            implements LayerForm {}

    /**
     * A normalization by itself: Z is what comes in, and there is no W and no b.
     *
     * @param normalization what normalizes Z; not of type none
     * @param activation g
     */
    @Called("a normalize layer")
    record Normalize(
            NormalizationForm normalization,
            @Schema(defaultValue = "identity") @Nullable ActivationForm activation) implements LayerForm {}
}
