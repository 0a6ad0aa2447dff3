package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.mutation.UserTest;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.wire.Work;

/** Estimates what a mutation score will cost, from shapes alone. */
final class MutationWork {
    /** The test as it is, eight changes of it, and for each three exercises that tell what can be made. */
    private static final double EXERCISES = 36;

    /** Mistakes of a layer, of each of which what follows is computed. */
    private static final double MUTANTS = 90;

    /** Forward or backward: a product of two operations, and some for each entry. */
    private static final double PASS = 6;

    private static final double ENTRY = 60;

    /** Two passes forward for each entry of the parameters and X. */
    private static final double DIFFERENCES = 2;

    /** The test as it is, and eight changes. */
    private static final double TESTS = 9;

    /** The search for one. */
    private static final double PROBE = 3e9;

    private MutationWork() {}

    static Work of(NetworkSpec spec, int examples, Work diagnosis, UserTest test) {
        double pass = 0;
        double entries = (double) examples * spec.inputs();
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            double weights = layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
            pass += PASS * examples * weights + ENTRY * examples * spec.unitsOf(l) + ENTRY * ENTRY;
            entries += weights + 3.0 * spec.unitsOf(l);
        }
        double mutants = MUTANTS * spec.layers().size() * pass;
        double differences = test instanceof UserTest.FiniteDifferences ? DIFFERENCES * entries * pass : 0;
        return new Work(
                (long) (EXERCISES * diagnosis.operations() + TESTS * (mutants + differences) + PROBE),
                (long) (2 * diagnosis.bytes() + MUTANTS * Double.BYTES * entries),
                (long) (2 * entries + 1000));
    }
}
