package dev.gradlens.wire.setup;

import dev.gradlens.network.normalization.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a setup in a request that may be faulty, for whoever holds other fields against it.
 *
 * @param layers the first one first; empty where nothing is known of them
 * @param inputs of the network; null where not known
 * @param examples m; null where not known
 * @param layout null where not known
 * @param mode null where not known
 */
public record KnownSetup(
        List<KnownLayer> layers,
        @Nullable Integer inputs,
        @Nullable Integer examples,
        @Nullable Layout layout,
        @Nullable Mode mode) {
    public KnownSetup {
        layers = List.copyOf(layers);
    }
}
