package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.tensor.KernelsProvider;

/** Makes the keys against which submissions are judged. Safe for use by many threads. */
public final class Diagnoser {
    private final KernelsProvider provider;

    /** A diagnoser that computes on these kernels. */
    public Diagnoser(KernelsProvider provider) {
        this.provider = provider;
    }

    /** The key of an exercise. What it needs is computed when it is first needed, and kept. */
    public AnswerKey key(Exercise exercise) {
        return new AnswerKey(exercise, provider);
    }
}
