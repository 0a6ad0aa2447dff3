package dev.gradlens.diagnosis.probe;

import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.normalization.Normalization;

/**
 * What a probe is wanted for.
 *
 * @param normalization of the first of two layers
 * @param activation of both layers; not softmax
 * @param examples m, from {@link #LEAST_EXAMPLES} to {@link #MOST}
 * @param features inputs and units of each layer, from {@link #LEAST_FEATURES} to {@link #MOST}
 * @param seed of the random numbers
 */
public record Plan(Normalization normalization, Activation activation, int examples, int features, long seed) {
    /** With two examples 2, m and m/(m − 1) are the same number. */
    public static final int LEAST_EXAMPLES = 3;

    /** With one feature a mistake of the axis makes no difference. */
    public static final int LEAST_FEATURES = 2;

    /** Of both: more parts no mistake better, and nobody reads so many numbers. */
    public static final int MOST = 32;

    /** Exercises to be tried where they are small. */
    private static final int MOST_TRIALS = 1200;

    /** And where they are large: as many as have nothing to do with one another, and a few that change the best. */
    private static final int LEAST_TRIALS = 90;

    /** Entries of a tensor, of all that are tried: a few seconds, as each is computed in some three hundred ways. */
    private static final int ENTRIES = 30_000;

    /** Exercises to be tried in a search. */
    public int trials() {
        return Math.clamp(ENTRIES / (examples * features), LEAST_TRIALS, MOST_TRIALS);
    }
}
