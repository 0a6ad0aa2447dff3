package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Wrong;
import java.util.List;

/** A test as it stands before the numbers of one exercise. */
interface Examination {
    /** What it sees of a mistake. */
    Sight of(Wrong wrong);

    /** Gradients of which it fails though they are right. */
    List<Site> failing();

    /**
     * What a test sees of a mistake.
     *
     * @param isCaught whether it fails for it
     * @param isSeen whether it looks at anything that the mistake changes
     * @param largest difference of an entry that it looks at
     */
    record Sight(boolean isCaught, boolean isSeen, double largest) {
        static final Sight NONE = new Sight(false, false, 0);

        Sight and(Sight other) {
            return new Sight(isCaught || other.isCaught, isSeen || other.isSeen, Math.max(largest, other.largest));
        }
    }
}
