package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Mistake;

/**
 * A mistake that a student makes.
 *
 * @param layer from 0
 * @param reading which of the ways to make it, from 0; {@link Readings} tells how many there are, and the line of each stands
 *     where it is made
 */
public record Planted(int layer, Mistake mistake, int reading) {}
