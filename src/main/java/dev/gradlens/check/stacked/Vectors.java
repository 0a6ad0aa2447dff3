package dev.gradlens.check.stacked;

import dev.gradlens.tensor.VectorModule;
import jdk.incubator.vector.DoubleVector;

/** The vectors that stacks are computed with. */
final class Vectors {
    private Vectors() {}

    /** How many numbers a vector holds; 1 where there are none. */
    static int lanes() {
        return VectorModule.isThere() ? DoubleVector.SPECIES_PREFERRED.length() : 1;
    }
}
