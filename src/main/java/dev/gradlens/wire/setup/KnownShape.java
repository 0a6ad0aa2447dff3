package dev.gradlens.wire.setup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a network that may have been read in part; null is what is not known.
 *
 * @param layers as sent; null where a layer could not be read
 * @param sizes inputs of the first layer, then the units of each
 */
record KnownShape(List<@Nullable LayerForm> layers, List<@Nullable Integer> sizes) {

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    static KnownShape of(@Nullable NetworkForm network) {
        List<@Nullable LayerForm> layers = new ArrayList<>();
        if (network != null && network.layers() != null) {
            layers.addAll(network.layers());
        }
        List<@Nullable Integer> sizes = new ArrayList<>();
        sizes.add(network == null ? null : network.inputs());
        for (LayerForm layer : layers) {
            sizes.add(units(layer, sizes.getLast()));
        }
        return new KnownShape(layers, sizes);
    }

    private static @Nullable Integer units(@Nullable LayerForm layer, @Nullable Integer inputs) {
        return switch (layer) {
            case null -> null;
            case LayerForm.Dense dense -> dense.units();
            case LayerForm.Normalize normalize -> inputs;
        };
    }

    @Nullable
    Integer inputsOf(int layer) {
        return sizes.get(layer);
    }

    @Nullable
    Integer unitsOf(int layer) {
        return sizes.get(layer + 1);
    }

    @Nullable
    Integer inputs() {
        return sizes.getFirst();
    }

    /** Units of the last layer. */
    @Nullable
    Integer outputs() {
        return layers.isEmpty() ? null : sizes.getLast();
    }

    /** A size in words. */
    static String inWords(@Nullable Integer size) {
        return size == null ? "?" : size.toString();
    }
}
