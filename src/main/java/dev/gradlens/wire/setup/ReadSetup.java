package dev.gradlens.wire.setup;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import java.util.function.Supplier;

/**
 * What a request asks for, read and checked.
 *
 * @param spec the network
 * @param examples m
 * @param later makes the setup, with the examples in rows, once it is known to be worth its memory: a few labels may
 *     stand for a Y that no machine holds, and so may defaults for vectors
 * @param effective how it was understood, and the layout to answer in
 */
public record ReadSetup(NetworkSpec spec, int examples, Supplier<Setup> later, EffectiveConventions effective) {

    /** The setup, made anew at each call. */
    public Setup setup() {
        return later.get();
    }
}
