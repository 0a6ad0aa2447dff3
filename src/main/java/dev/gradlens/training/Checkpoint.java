package dev.gradlens.training;

import java.time.Instant;

/**
 * A moment of a training that is kept.
 *
 * @param step steps taken; 0 is the initialization
 * @param model what had been learned by then
 * @param sha256 of the model's file
 */
public record Checkpoint(long step, String model, String sha256, Instant createdAt) {}
