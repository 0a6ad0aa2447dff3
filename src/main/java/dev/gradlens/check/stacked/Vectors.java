package dev.gradlens.check.stacked;

import jdk.incubator.vector.DoubleVector;

/** Whether this JVM has Java's Vector API: the module is an incubating one, which only its command line can add. */
final class Vectors {
    private static final boolean ARE_THERE =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Vectors() {}

    /** How many numbers a vector holds; 1 where there are none. */
    static int lanes() {
        return ARE_THERE ? DoubleVector.SPECIES_PREFERRED.length() : 1;
    }
}
