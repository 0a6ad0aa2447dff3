package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Site;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which ways to compute a tensor are different formulas. Those that give the same numbers in every exercise of a kind are the
 * same one: where an activation is the identity, its derivative is nowhere missing.
 */
final class Kinship {
    /** Relative; far beyond rounding, and far below what a mistake makes somewhere. */
    private static final double SAME = 1e-8;

    private final Map<Site, BitSet> differing = new HashMap<>();

    /** Learns from one more exercise. */
    void learn(Crowd crowd) {
        crowd.sites().forEach(site -> learn(crowd.at(site)));
    }

    private void learn(Ways tensor) {
        BitSet known = differing.computeIfAbsent(tensor.site(), any -> new BitSet());
        int n = tensor.count();
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                boolean isNew = !known.get(i * n + j) && !tensor.isOfOne(i, j);
                if (isNew && tensor.distance(i, j) > SAME) {
                    known.set(i * n + j);
                }
            }
        }
    }

    /** Whether two ways, the later one first, are different formulas of different mistakes. */
    boolean differ(Ways tensor, int i, int j) {
        BitSet known = differing.get(tensor.site());
        return known != null && known.get(i * tensor.count() + j);
    }

    /**
     * The nearest two of a tensor that are different.
     *
     * @param limit below which it does not matter how near; the first such two are given
     * @return null where no mistake can be made
     */
    @Nullable
    Separation nearest(Ways tensor, double limit) {
        Separation nearest = null;
        for (int i = 1; i < tensor.count(); i++) {
            for (int j = 0; j < i; j++) {
                double distance = differ(tensor, i, j) ? tensor.distance(i, j) : Double.POSITIVE_INFINITY;
                if (distance < (nearest == null ? Double.POSITIVE_INFINITY : nearest.minimum())) {
                    nearest = tensor.separation(i, j, distance);
                }
                if (distance < limit) {
                    return nearest;
                }
            }
        }
        return nearest;
    }
}
