package dev.gradlens.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** How often something holds, and some cases in which it does not. */
final class Tally {
    private static final int SHOWN = 12;

    private final List<String> others = new ArrayList<>();
    private int total;

    /** One more case. */
    void add(boolean holds, String seenInWords) {
        total++;
        if (!holds) {
            others.add(seenInWords);
        }
    }

    /** Between 0 and 1; 1 where nothing was counted. */
    double rate() {
        return total == 0 ? 1 : 1 - (double) others.size() / total;
    }

    int total() {
        return total;
    }

    @Override
    public String toString() {
        return "%d of %d, not in: %s"
                .formatted(
                        total - others.size(),
                        total,
                        String.join("; ", others.subList(0, Math.min(SHOWN, others.size()))));
    }
}
