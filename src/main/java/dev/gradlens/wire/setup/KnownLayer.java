package dev.gradlens.wire.setup;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a layer in a request that may be faulty.
 *
 * @param form null where it could not be read
 * @param isNormalizationKnown whether it is known what normalizes it, which may be nothing
 * @param inputs null where not known
 * @param units null where not known
 */
public record KnownLayer(
        @Nullable LayerForm form,
        boolean isNormalizationKnown,
        @Nullable Integer inputs,
        @Nullable Integer units) {}
