package dev.gradlens.wire.bind;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gradlens.wire.tensors.MatrixInput;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that look like those of a real endpoint. */
final class Requests {
    private Requests() {}

    @Called("a request")
    record Whole(
            Network network,
            @Nullable Batch batch,
            @Nullable Check gradientCheck,
            @Nullable Placement placement,
            @Nullable Long seed,
            @Nullable @NotSupportedYet String conventions) {}

    record Network(
            @Min(1) Integer inputs,
            @Size(min = 1, max = 3) List<Layer> layers,
            @Nullable @PositiveOrZero Double weightDecay) {}

    record Batch(@JsonProperty("X") MatrixInput x) {}

    enum Placement {
        INSIDE_SQRT,
        OUTSIDE_SQRT,
        @JsonProperty("nowhere")
        NONE,
        @NotSupportedYet
        EVERYWHERE
    }

    record Check(
            @Nullable Boolean enabled,
            @Nullable @Positive @Max(1) Double step,
            @Nullable @DecimalMin("0.5") Double tolerance) {
        @ShortForm
        static Check of(boolean enabled) {
            return new Check(enabled, null, null);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Dense.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "dense", value = Dense.class),
        @JsonSubTypes.Type(name = "normalize", value = Normalize.class),
        @JsonSubTypes.Type(name = "convolution", value = Convolution.class)
    })
    sealed interface Layer {}

    @Called("a dense layer")
    record Dense(Integer units, @Nullable Activation activation) implements Layer {}

    record Normalize(Normalization normalization) implements Layer {}

    @NotSupportedYet
    record Convolution() implements Layer {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "batch", value = BatchNormalization.class),
        @JsonSubTypes.Type(name = "rms", value = RmsNormalization.class)
    })
    sealed interface Normalization {}

    record BatchNormalization(@Nullable Double epsilon) implements Normalization {}

    record RmsNormalization() implements Normalization {}

    record Activation(Kind type, @Nullable Double slope) {
        enum Kind {
            RELU,
            LEAKY_RELU
        }

        @ShortForm
        static Activation named(Kind type) {
            return new Activation(type, null);
        }
    }
}
