package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.Place;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network.
 *
 * @param inputs features of an example
 * @param layers the first one first
 * @param loss what J is the mean of; {@code crossEntropy} needs softmax on the last layer, {@code binaryCrossEntropy}
 *     sigmoid
 * @param weightDecay λ, which adds ½λ·ΣW² of every W to J
 */
@Called("a network")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NetworkForm(
        @Min(1) Integer inputs,
        @Size(min = 1, max = MAX_LAYERS) List<LayerForm> layers,
        LossName loss,

        @Schema(defaultValue = "0") @PositiveOrZero @Nullable
        Double weightDecay) {

    /** Ten times deeper than anybody reads; what a network costs is limited elsewhere. */
    static final int MAX_LAYERS = 1000;

    /**
     * The network that this is the form of; what it leaves to a default is that of the conventions {@code paper}.
     *
     * @throws dev.gradlens.wire.InvalidRequestException if something in it does not go together
     */
    public NetworkSpec spec() {
        Faults faults = new Faults();
        NetworkSpec spec = new NetworkMapper(Conventions.PAPER, Place.root(faults)).map(this);
        faults.throwIfAny();
        return Objects.requireNonNull(spec);
    }

    /** The form in which nothing is left to a default. */
    public static NetworkForm of(NetworkSpec spec) {
        return new NetworkForm(
                spec.inputs(),
                spec.layers().stream().map(LayerForm::of).toList(),
                LossName.of(spec.loss()),
                spec.weightDecay());
    }
}
