package dev.gradlens.wire.setup;

import dev.gradlens.network.Setup;

/**
 * What a request asks for, read and checked.
 *
 * @param setup with the examples in rows
 * @param effective how it was understood, and the layout to answer in
 */
public record ReadSetup(Setup setup, EffectiveConventions effective) {}
