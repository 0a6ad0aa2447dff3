package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Gelu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Silu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.ShortForm;
import dev.gradlens.wire.bind.WireNames;
import org.jspecify.annotations.Nullable;

/**
 * An activation, as its name or with its number.
 *
 * @param type the name
 * @param slope of {@code leakyRelu} for z ≤ 0, and of no other; 0.01 where it is not given
 * @param alpha of {@code elu}, and of no other; 1 where it is not given
 */
@Called("an activation")
public record ActivationForm(
        ActivationName type,
        @Nullable Double slope,
        @Nullable Double alpha) {

    /** The name alone. */
    @ShortForm
    static ActivationForm of(ActivationName type) {
        return new ActivationForm(type, null, null);
    }

    static ActivationForm of(Activation activation) {
        return switch (activation) {
            case Identity() -> of(ActivationName.IDENTITY);
            case Relu() -> of(ActivationName.RELU);
            case LeakyRelu(double slope) -> new ActivationForm(ActivationName.LEAKY_RELU, slope, null);
            case Elu(double alpha) -> new ActivationForm(ActivationName.ELU, null, alpha);
            case Tanh() -> of(ActivationName.TANH);
            case Sigmoid() -> of(ActivationName.SIGMOID);
            case Softplus() -> of(ActivationName.SOFTPLUS);
            case Silu() -> of(ActivationName.SILU);
            case Gelu() -> of(ActivationName.GELU);
            case Softmax() -> of(ActivationName.SOFTMAX);
        };
    }

    /** The activation; one that was not readable is the identity, as its fault has been said. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    public Activation activation(Place place) {
        refuseUnless(type == ActivationName.LEAKY_RELU, slope, "slope", place);
        refuseUnless(type == ActivationName.ELU, alpha, "alpha", place);
        return switch (type) {
            case null -> new Identity();
            case IDENTITY -> new Identity();
            case RELU -> new Relu();
            case LEAKY_RELU -> new LeakyRelu(slope == null ? LeakyRelu.DEFAULT_SLOPE : slope);
            case ELU -> new Elu(alpha == null ? Elu.DEFAULT_ALPHA : alpha);
            case TANH -> new Tanh();
            case SIGMOID -> new Sigmoid();
            case SOFTPLUS -> new Softplus();
            case SILU -> new Silu();
            case GELU -> new Gelu();
            case SOFTMAX -> new Softmax();
        };
    }

    private void refuseUnless(boolean allowed, @Nullable Double number, String field, Place place) {
        if (!allowed && number != null && type != null) {
            place.member(field).fault("is not a field of " + WireNames.of(type));
        }
    }

    /** The name, or the long form where there is a number. */
    @JsonValue
    Object shortest() {
        String name = WireNames.of(type);
        return slope == null && alpha == null ? name : new LongForm(name, slope, alpha);
    }

    /** The long form, whose fields have an order, so that the same request gives the same bytes after every start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record LongForm(
            String type, @Nullable Double slope, @Nullable Double alpha) {}
}
