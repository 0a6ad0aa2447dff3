package dev.gradlens.network.loss;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** The derivative of Y·log p. */
final class Quotients {
    private Quotients() {}

    /** Y/p, and 0 where Y = 0, whose term the loss does not have: p may have underflowed there. */
    static Matrix targetOver(Kernels k, Matrix y, Matrix p) {
        return k.selectPositive(k.map(Elementary.ABS, y), k.divide(y, p), k.constant(0));
    }
}
