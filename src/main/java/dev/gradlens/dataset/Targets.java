package dev.gradlens.dataset;

import dev.gradlens.tensor.Values;
import java.util.Arrays;

/** What the examples are examples of. The arrays are not copied: whoever is given them does not write to them. */
public sealed interface Targets {

    /**
     * A class for each row.
     *
     * @param labels from 0
     */
    record Classes(int[] labels) implements Targets {
        /** The greatest label and one. */
        public int count() {
            return 1 + Arrays.stream(labels).max().orElse(-1);
        }
    }

    /**
     * A number, or several, for each row.
     *
     * @param y rows×outputs
     */
    record Numbers(Values y) implements Targets {}

    /** Nothing is known but the features. */
    record None() implements Targets {}
}
