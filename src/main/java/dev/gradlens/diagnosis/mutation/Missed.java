package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;

/**
 * A mistake that a test does not notice.
 *
 * @param site where it may be made unnoticed
 * @param isSeen whether the test looks at anything that it changes
 * @param largestDifference of an entry that the test looks at; 0 where it looks at none
 */
public record Missed(Mistake mistake, Site site, boolean isSeen, double largestDifference) {}
