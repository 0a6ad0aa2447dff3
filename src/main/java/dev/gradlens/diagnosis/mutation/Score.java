package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import java.util.List;
import java.util.Set;

/**
 * What a test notices.
 *
 * @param caught mistakes that it notices in every layer in which they can be made
 * @param missed the others that can be made, each in one layer in which it is not noticed
 * @param failing gradients of which the test fails though they are right
 */
public record Score(Set<Mistake> caught, List<Missed> missed, List<Site> failing) {
    public Score {
        caught = Set.copyOf(caught);
        missed = List.copyOf(missed);
        failing = List.copyOf(failing);
    }

    /** The part of the mistakes that is noticed; 1 where none can be made. */
    public double value() {
        int all = caught.size() + missed.size();
        return all == 0 ? 1 : (double) caught.size() / all;
    }

    boolean misses(Mistake mistake) {
        return missed.stream().anyMatch(one -> one.mistake() == mistake);
    }
}
