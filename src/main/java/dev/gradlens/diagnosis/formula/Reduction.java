package dev.gradlens.diagnosis.formula;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** What a backward pass may take for a mean over what is normalized together. */
enum Reduction {
    MEAN,
    /** The sum over all entries, divided by the count along the axis. */
    TOTAL_OVER_COUNT,
    /** The mean of all entries. */
    MEAN_OF_ALL;

    Matrix of(Scene scene, Matrix a, boolean otherAxis) {
        Kernels k = scene.k();
        return switch (this) {
            case MEAN -> k.mean(a, otherAxis ? Recipe.other(scene.axis()) : scene.axis());
            case TOTAL_OVER_COUNT -> k.multiply(Sums.total(k, a), 1 / scene.count());
            case MEAN_OF_ALL -> k.multiply(Sums.total(k, a), 1.0 / (a.rows() * a.columns()));
        };
    }
}
