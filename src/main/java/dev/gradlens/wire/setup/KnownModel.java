package dev.gradlens.wire.setup;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model that a request names.
 *
 * @param spec its network, with all its conventions
 * @param precision of its parameters
 * @param standardization what is done to every example before the first layer; null where nothing is
 * @param parameters reads them, once it is known that the request is worth their memory; nothing is left out that a layer has
 */
public record KnownModel(
        NetworkSpec spec,
        Precision precision,
        @Nullable Standardization standardization,
        Supplier<List<LayerParameters<Values>>> parameters) {}
