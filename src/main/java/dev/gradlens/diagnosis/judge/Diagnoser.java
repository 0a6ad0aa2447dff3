package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.KernelsProvider;

/** Makes the keys against which submissions are judged. Safe for use by many threads. */
public final class Diagnoser {
    /** Products of one pass up to which plain loops are faster: a verb of ND4J costs 13 µs for its array alone. */
    private static final double SMALL = 1e6;

    private final KernelsProvider provider;
    private final KernelsProvider plainLoops;

    /**
     * A diagnoser.
     *
     * @param provider what computes large exercises
     * @param plainLoops what computes small ones
     */
    public Diagnoser(KernelsProvider provider, KernelsProvider plainLoops) {
        this.provider = provider;
        this.plainLoops = plainLoops;
    }

    /** The key of an exercise. What it needs is computed when it is first needed, and kept. */
    public AnswerKey key(Exercise exercise) {
        return new AnswerKey(exercise, isSmall(exercise) ? plainLoops : provider);
    }

    private static boolean isSmall(Exercise exercise) {
        NetworkSpec spec = exercise.setup().spec();
        double products = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            products += layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : spec.unitsOf(l);
        }
        return products * exercise.setup().batch().examples() <= SMALL;
    }
}
