package dev.gradlens.network.activation;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** 1×1 matrices, which the verbs repeat over any shape. */
final class Constants {
    private Constants() {}

    static Matrix constant(Kernels k, double value) {
        return k.matrix(1, 1, new double[] {value});
    }
}
