package dev.gradlens.wire.setup;

import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.VectorInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses finite numbers that the precision of the computation would make infinite, wherever they can be read in a request
 * that may be faulty. Those too small for it become 0, as any computation rounds them, but for an epsilon: it is there so that
 * nothing is divided by 0.
 */
@SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
final class RangeCheck {
    private final Precision precision;

    RangeCheck(Precision precision) {
        this.precision = precision;
    }

    /**
     * Looks at the network and its parameters.
     *
     * @param network that holds, be it sent or a model's
     */
    void check(@Nullable NetworkForm network, StartForm form, Place root) {
        network(network, root.member("network"));
        parameters(form.parameters(), root.member("parameters").member("layers"));
        initialization(form.initialization(), root.member("initialization"));
    }

    private void network(@Nullable NetworkForm network, Place place) {
        if (network == null) {
            return;
        }
        number(network.weightDecay(), place.member("weightDecay"));
        List<LayerForm> layers = network.layers() == null ? List.of() : network.layers();
        for (int l = 0; l < layers.size(); l++) {
            layer(layers.get(l), place.member("layers").item(l));
        }
    }

    private void layer(@Nullable LayerForm layer, Place place) {
        if (layer == null) {
            return;
        }
        ActivationForm activation = layer.activation();
        if (activation != null) {
            number(activation.slope(), place.member("activation").member("slope"));
            number(activation.alpha(), place.member("activation").member("alpha"));
        }
        epsilon(epsilon(layer.normalization()), place.member("normalization").member("epsilon"));
    }

    private void epsilon(@Nullable Double epsilon, Place place) {
        number(epsilon, place);
        if (epsilon != null && epsilon > 0 && precision.round(epsilon) == 0) {
            place.fault("is so small that it is 0 in " + WireNames.of(precision) + ", got " + epsilon
                    + "; give 0 where none is meant");
        }
    }

    private static @Nullable Double epsilon(@Nullable NormalizationForm normalization) {
        return switch (normalization) {
            case null -> null;
            case NormalizationForm.None none -> null;
            case NormalizationForm.Batch batch -> batch.epsilon();
            case NormalizationForm.Layer layer -> layer.epsilon();
            case NormalizationForm.Rms rms -> rms.epsilon();
        };
    }

    private void parameters(@Nullable ParametersForm parameters, Place layers) {
        if (parameters == null || parameters.layers() == null) {
            return;
        }
        for (int l = 0; l < parameters.layers().size(); l++) {
            LayerParametersForm layer = parameters.layers().get(l);
            if (layer != null) {
                parameters(layer, layers.item(l));
            }
        }
    }

    private void parameters(LayerParametersForm layer, Place place) {
        matrix(layer.w(), place.member("W"));
        vector(layer.b(), place.member("b"));
        vector(layer.gamma(), place.member("gamma"));
        vector(layer.beta(), place.member("beta"));
        vector(layer.runningMean(), place.member("runningMean"));
        vector(layer.runningVariance(), place.member("runningVariance"));
    }

    private void initialization(@Nullable InitializationForm initialization, Place place) {
        Double scale = initialization == null ? null : initialization.scale();
        if (scale != null && isBeyond(Initialization.REACH * scale)) {
            place.member("scale")
                    .fault("makes numbers beyond the range of " + WireNames.of(precision) + ", got " + scale);
        }
    }

    void batch(@Nullable BatchForm batch, Place place) {
        if (batch != null) {
            matrix(batch.x(), place.member("X"));
            matrix(batch.y(), place.member("Y"));
            matrix(batch.upstream(), place.member("upstream"));
        }
    }

    void matrix(@Nullable MatrixInput matrix, Place place) {
        for (int i = 0; matrix != null && i < matrix.values().length; i++) {
            if (isBeyond(matrix.values()[i])) {
                matrix.fault(place, i, complaint(matrix.values()[i]));
            }
        }
    }

    private void vector(@Nullable VectorInput vector, Place place) {
        for (int i = 0; vector != null && i < vector.size(); i++) {
            if (isBeyond(vector.values()[i])) {
                vector.fault(place, i, complaint(vector.values()[i]));
            }
        }
    }

    private void number(@Nullable Double number, Place place) {
        if (number != null && isBeyond(number)) {
            place.fault(complaint(number));
        }
    }

    private boolean isBeyond(double number) {
        return Double.isFinite(number) && Double.isInfinite(precision.round(number));
    }

    private String complaint(double number) {
        return "is beyond the range of " + WireNames.of(precision) + ", got " + number;
    }
}
