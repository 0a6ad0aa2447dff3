package dev.gradlens.diagnosis;

import dev.gradlens.network.Batch;

/**
 * A batch on which mistakes differ that cannot be told apart on another.
 *
 * @param batch for the same network with the same parameters
 */
public record PartingBatch(Batch batch) {}
