package dev.gradlens.wire.setup;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a network of what a client sent, and says what does not go together. */
final class NetworkMapper {
    private final Conventions conventions;
    private final Place network;

    NetworkMapper(Conventions conventions, Place network) {
        this.conventions = conventions;
        this.network = network;
    }

    /** The network; null where something in it is wrong, which then has been said. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    @Nullable
    NetworkSpec map(@Nullable NetworkForm form) {
        if (form == null || form.layers() == null) {
            return null;
        }
        List<LayerSpec> layers = new ArrayList<>();
        for (int l = 0; l < form.layers().size(); l++) {
            LayerForm layer = form.layers().get(l);
            boolean last = l == form.layers().size() - 1;
            if (layer != null) {
                layers.add(layer(layer, network.member("layers").item(l), last));
            }
        }
        checkLoss(form, layers);
        return network.isSound() ? spec(form, layers) : null;
    }

    private static NetworkSpec spec(NetworkForm form, List<LayerSpec> layers) {
        double weightDecay = form.weightDecay() == null ? 0 : form.weightDecay();
        return new NetworkSpec(form.inputs(), layers, form.loss().loss(), weightDecay);
    }

    private LayerSpec layer(LayerForm form, Place layer, boolean last) {
        Activation activation = activation(form.activation(), layer.member("activation"), last);
        return switch (form) {
            case LayerForm.Dense dense -> dense(dense, activation);
            case LayerForm.Normalize normalize -> normalize(normalize, activation, layer);
        };
    }

    private Activation activation(@Nullable ActivationForm form, Place place, boolean last) {
        Activation activation = form == null ? new Identity() : form.activation(place);
        if (activation instanceof Softmax && !last) {
            place.fault("softmax stands on the last layer only");
        }
        return activation;
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private LayerSpec dense(LayerForm.Dense form, Activation activation) {
        NormalizationForm normalization = form.normalization();
        return new DenseSpec(
                form.units() == null ? 1 : form.units(),
                form.bias() == null || form.bias(),
                normalization == null ? null : normalization.normalization(conventions),
                activation);
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private LayerSpec normalize(LayerForm.Normalize form, Activation activation, Place layer) {
        Normalization normalization =
                form.normalization() == null ? null : form.normalization().normalization(conventions);
        if (normalization == null) {
            requireNormalization(layer.member("normalization"));
            return new NormalizeSpec(anyNormalization(), activation);
        }
        return new NormalizeSpec(normalization, activation);
    }

    /** Says so only where nothing else was said: one that could not be read may have been of a right type. */
    private static void requireNormalization(Place place) {
        if (place.isSound()) {
            place.fault("must be of type batch, layer or rms in a normalize layer");
        }
    }

    /** Stands for one that could not be read, until its fault ends the request. */
    private Normalization anyNormalization() {
        Normalization batch =
                new NormalizationForm.Batch(null, null, null, null, null, null).normalization(conventions);
        return Objects.requireNonNull(batch);
    }

    /** A loss of probabilities needs the activation that gives them. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private void checkLoss(NetworkForm form, List<LayerSpec> layers) {
        if (form.loss() == null
                || layers.size() != form.layers().size()
                || !network.member("layers").isSound()) {
            return;
        }
        Activation last = layers.getLast().activation();
        form.loss()
                .loss()
                .requiredActivation()
                .filter(required -> !required.equals(last))
                .ifPresent(required -> network.member("loss")
                        .fault("%s needs %s on the last layer, whose activation is %s"
                                .formatted(WireNames.of(form.loss()), name(required), name(last))));
    }

    private static String name(Activation activation) {
        return WireNames.of(ActivationForm.of(activation).type());
    }
}
