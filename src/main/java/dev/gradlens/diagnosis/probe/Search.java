package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.KernelsProvider;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Looks for the exercise whose nearest two mistakes are farthest apart. */
final class Search {
    private final Kinship kinship;
    private final KernelsProvider provider;

    /** Those in front in which the last exercises failed, so that most fail at once. */
    private final ArrayDeque<Site> order;

    private @Nullable Probe best;

    /**
     * A search.
     *
     * @param like an exercise of the kind
     */
    Search(Kinship kinship, Crowd like, KernelsProvider provider) {
        this.kinship = kinship;
        this.provider = provider;
        this.order = new ArrayDeque<>(like.sites());
    }

    /** The best one tried so far; null if none was. */
    @Nullable
    Probe best() {
        return best;
    }

    double minimum() {
        return best == null ? 0 : best.separation().minimum();
    }

    /** Whether an exercise is better than all before it. */
    boolean isBest(Exercise exercise) {
        Interruption.check();
        Crowd crowd = new Crowd(exercise, provider);
        if (crowd.hasSilentUnit() && best != null) {
            return false;
        }
        Separation nearest = null;
        for (Site site : order) {
            Separation here = kinship.nearest(crowd.at(site), minimum());
            if (here != null && (nearest == null || here.minimum() < nearest.minimum())) {
                nearest = here;
            }
            if (best != null && nearest != null && nearest.minimum() <= minimum()) {
                toFront(site);
                return false;
            }
        }
        best = nearest == null ? best : new Probe(exercise, nearest);
        return nearest != null;
    }

    private void toFront(Site site) {
        order.remove(site);
        order.addFirst(site);
    }
}
