package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import java.util.Optional;

/**
 * The two ways to compute a tensor that are nearest to each other.
 *
 * @param minimum ‖a − b‖ / max(‖a‖, ‖b‖) of the two
 * @param site the tensor
 * @param one a mistake
 * @param other another one; empty for the right way
 */
public record Separation(double minimum, Site site, Mistake one, Optional<Mistake> other) {}
