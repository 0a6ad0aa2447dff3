package dev.gradlens.diagnosis;

import dev.gradlens.diagnosis.student.RandomExercises;
import java.util.stream.LongStream;

/** Kinds of random exercises. */
enum Family {
    BATCH,
    MIXED,
    INFERENCE,
    LONE;

    /** Of each family; more of them by the system property {@code gradlens.diagnosis.seeds}. */
    static final int SEEDS = Integer.getInteger("gradlens.diagnosis.seeds", 2);

    Exercise exercise(long seed) {
        return switch (this) {
            case BATCH -> RandomExercises.batchNorm(seed);
            case MIXED -> RandomExercises.mixed(seed);
            case INFERENCE -> RandomExercises.inference(seed);
            case LONE -> RandomExercises.lone(seed);
        };
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }
}
