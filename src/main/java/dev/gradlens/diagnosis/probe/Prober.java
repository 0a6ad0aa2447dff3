package dev.gradlens.diagnosis.probe;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.KernelsProvider;

/** Makes probes: searches among random exercises for one on which every two mistakes are far apart. */
public final class Prober {
    /** Exercises from which it is told which mistakes are one. */
    private static final int LESSONS = 4;

    /** Exercises that have nothing to do with one another, before the best one is changed a little at a time. */
    private static final int DRAWS = 60;

    /** Two digits show it, and a search finds it in a second or two where epsilon is 0.1. */
    private static final double ENOUGH = 0.05;

    private final KernelsProvider provider;

    /** On kernels that are quick with small matrices. */
    public Prober(KernelsProvider provider) {
        this.provider = provider;
    }

    /** The probe of a plan; the same for the same plan. */
    public Probe probe(Plan plan) {
        Maker maker = new Maker(plan);
        RandomStream stream = new RandomStream(plan.seed(), Purpose.PROBE, 0);
        Search search = new Search(learned(maker, stream), crowd(maker, stream), provider);
        Genes best = Genes.drawn(maker.genes(), stream);
        for (int trial = 0; trial < plan.trials() && search.minimum() < ENOUGH; trial++) {
            Genes genes = trial < DRAWS ? Genes.drawn(maker.genes(), stream) : best.changed(stream);
            Exercise exercise = maker.exercise(genes);
            best = search.isBest(exercise) ? genes : best;
        }
        return requireNonNull(search.best());
    }

    private Kinship learned(Maker maker, RandomStream stream) {
        Kinship kinship = new Kinship();
        for (int lesson = 0; lesson < LESSONS; lesson++) {
            kinship.learn(crowd(maker, stream));
        }
        return kinship;
    }

    private Crowd crowd(Maker maker, RandomStream stream) {
        return new Crowd(maker.exercise(Genes.drawn(maker.genes(), stream)), provider);
    }
}
