package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Matrix;

/** What a backward pass may take for Znorm in the path through the variance. */
enum Part {
    NORMALIZED,
    /** Z, divided by s as the centred one is. */
    RAW,
    /** Ztilda. */
    OUTPUT,
    /** Nothing: a factor 1. */
    LOST;

    Matrix of(Scene scene, Statistics statistics) {
        return switch (this) {
            case NORMALIZED -> statistics.zNorm();
            case RAW -> scene.k().divide(scene.at(Step.Z), statistics.s());
            case OUTPUT -> scene.at(Step.Z_TILDA);
            case LOST -> scene.k().constant(1);
        };
    }
}
