package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.wire.bind.Called;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A layer; more types follow. */
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
     * Z = Aprev·Wᵀ + b.
     *
     * @param bias whether there is b; true where it is not given
     */
    @Called("a dense layer")
    record Dense(
            @Min(1) Integer units,
            @Nullable Boolean bias,
            @Nullable NormalizationForm normalization,
            @Nullable ActivationForm activation)
            implements LayerForm {}

    /** A normalization by itself: Z is what comes in. */
    @Called("a normalize layer")
    record Normalize(
            NormalizationForm normalization, @Nullable ActivationForm activation) implements LayerForm {}
}
