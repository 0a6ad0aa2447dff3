package dev.gradlens.wire.setup;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a training begins with, as far as it could be read; complete where the request has no fault.
 *
 * @param spec the network
 * @param inputs of the network
 * @param outputs units of its last layer
 * @param loss by its name
 * @param parameters makes them, once they are known to be worth their memory
 * @param initialization by which they are made; null where they are given
 * @param batch makes the examples that the request holds, in rows; null where it holds none
 */
public record ReadStart(
        @Nullable NetworkSpec spec,
        @Nullable Integer inputs,
        @Nullable Integer outputs,
        @Nullable LossName loss,
        Supplier<List<LayerParameters<Values>>> parameters,
        @Nullable InitializationForm initialization,
        @Nullable Supplier<Batch> batch) {}
