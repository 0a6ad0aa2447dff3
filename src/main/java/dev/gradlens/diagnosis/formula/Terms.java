package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** What the gradients of b, gamma and beta are sums of, with all signs taken off: their rounding is a part of that. */
public final class Terms {
    private Terms() {}

    /** One for each unit; empty for any other step. The terms of db are those of the paths that make dZ, too. */
    public static double[] of(Scene scene, Step step) {
        Kernels k = scene.k();
        return switch (step) {
            case D_B ->
                scene.isNormalized()
                        ? sum(k, k.add(absolute(k, scene.at(Step.D_Z)), absolute(k, direct(scene))))
                        : sum(k, absolute(k, scene.at(Step.D_Z)));
            case D_GAMMA -> sum(k, absolute(k, k.multiply(scene.at(Step.D_Z_TILDA), scene.at(Step.Z_NORM))));
            case D_BETA -> sum(k, absolute(k, scene.at(Step.D_Z_TILDA)));
            default -> new double[0];
        };
    }

    private static Matrix direct(Scene scene) {
        return scene.k().divide(scene.at(Step.D_Z_NORM), scene.at(Step.SCALE));
    }

    private static Matrix absolute(Kernels k, Matrix a) {
        return k.map(Elementary.ABS, a);
    }

    private static double[] sum(Kernels k, Matrix terms) {
        return k.sum(terms, Axis.ROWS).toArray();
    }
}
