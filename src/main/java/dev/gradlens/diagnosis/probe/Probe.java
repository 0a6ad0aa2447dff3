package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Exercise;

/**
 * An exercise on which mistakes differ.
 *
 * @param separation how far those two are apart that are nearest to each other
 */
public record Probe(Exercise exercise, Separation separation) {}
