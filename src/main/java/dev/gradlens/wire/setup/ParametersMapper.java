package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.tensors.MatrixInput;
import dev.gradlens.wire.tensors.VectorInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the parameters that a client sent against what each layer has. */
final class ParametersMapper {
    private static final String FOREIGN = "does not belong here: ";
    private static final String NOT_NORMALIZED = "a layer without normalization has no gamma and no beta";
    private static final String NOT_BATCH = "only batch normalization keeps running statistics";

    private final KnownShape shape;
    private final Place layers;

    ParametersMapper(KnownShape shape, Place parameters) {
        this.shape = shape;
        this.layers = parameters.member("layers");
    }

    /** The parameters as they were given; of no use where something in them is wrong. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    List<LayerParameters<Values>> map(@Nullable ParametersForm form) {
        List<LayerParameters<Values>> mapped = new ArrayList<>();
        if (form == null || form.layers() == null) {
            return mapped;
        }
        if (form.layers().size() != shape.layers().size() && !shape.layers().isEmpty()) {
            layers.fault("has %s, but the network has %s"
                    .formatted(
                            Count.of(form.layers().size(), "entry", "entries"),
                            Count.of(shape.layers().size(), "layer", "layers")));
        }
        for (int l = 0; l < Math.min(form.layers().size(), shape.layers().size()); l++) {
            LayerParametersForm parameters = form.layers().get(l);
            LayerForm layer = shape.layers().get(l);
            if (parameters != null && layer != null) {
                mapped.add(layer(l, layer, parameters));
            }
        }
        return mapped;
    }

    private LayerParameters<Values> layer(int l, LayerForm layer, LayerParametersForm parameters) {
        boolean dense = layer instanceof LayerForm.Dense;
        boolean bias = layer instanceof LayerForm.Dense withBias && !Boolean.FALSE.equals(withBias.bias());
        boolean unreadable = !isReadable(l, layer);
        boolean normalized =
                layer.normalization() != null && !(layer.normalization() instanceof NormalizationForm.None);
        boolean batch = layer.normalization() instanceof NormalizationForm.Batch;
        Integer units = shape.unitsOf(l);
        Place place = layers.item(l);
        return new LayerParameters<>(
                weights(l, parameters.w(), dense, place.member("W")),
                bias(parameters.b(), units, bias, place.member("b")),
                vector(parameters.gamma(), units, normalized || unreadable, place.member("gamma"), NOT_NORMALIZED),
                vector(parameters.beta(), units, normalized || unreadable, place.member("beta"), NOT_NORMALIZED),
                vector(parameters.runningMean(), units, batch || unreadable, place.member("runningMean"), NOT_BATCH),
                variance(parameters.runningVariance(), units, batch || unreadable, place.member("runningVariance")));
    }

    /** Whether the layer's normalization was read, so that it can be said what belongs to it. */
    private boolean isReadable(int l, LayerForm layer) {
        Place network = new Place(Pointer.of("network"), layers.faults());
        return layer.normalization() != null
                || network.member("layers").item(l).member("normalization").isSound();
    }

    private @Nullable Values weights(int l, @Nullable MatrixInput w, boolean dense, Place place) {
        Integer units = shape.unitsOf(l);
        Integer inputs = shape.inputsOf(l);
        if (w == null || !dense) {
            explainAbsence(w, dense, place, "a normalize layer has no W");
            return null;
        }
        if ((units != null && units != w.rows()) || (inputs != null && inputs != w.columns())) {
            place.fault("has shape %s, expected %s×%s (units × inputs)"
                    .formatted(w.shape(), KnownShape.inWords(units), KnownShape.inWords(inputs)));
        }
        return new Values(w.rows(), w.columns(), w.values());
    }

    private static void explainAbsence(@Nullable Object tensor, boolean has, Place place, String hasNot) {
        if (tensor != null && !has) {
            place.fault(FOREIGN + hasNot);
        } else if (tensor == null && has && place.isSound()) {
            place.fault("is missing");
        }
    }

    private static @Nullable Values bias(@Nullable VectorInput b, @Nullable Integer units, boolean has, Place place) {
        if (b == null || !has) {
            explainAbsence(b, has, place, "a layer without bias has no b");
            return null;
        }
        return vector(b, units, true, place, "");
    }

    private static @Nullable Values vector(
            @Nullable VectorInput vector, @Nullable Integer units, boolean has, Place place, String hasNot) {
        if (vector == null) {
            return null;
        }
        if (!has) {
            place.fault(FOREIGN + hasNot);
            return null;
        }
        if (units != null && units != vector.size()) {
            place.fault("has %s, expected %d (units)".formatted(Count.of(vector.size(), "entry", "entries"), units));
        }
        return Values.row(vector.values());
    }

    private static @Nullable Values variance(
            @Nullable VectorInput variance, @Nullable Integer units, boolean has, Place place) {
        Values values = vector(variance, units, has, place, NOT_BATCH);
        for (int j = 0; variance != null && j < variance.size(); j++) {
            if (variance.values()[j] < 0) {
                variance.fault(place, j, "must be at least 0, got " + variance.values()[j]);
            }
        }
        return values;
    }
}
