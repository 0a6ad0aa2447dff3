package dev.gradlens.network.loss;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** Sums over all entries. */
final class Sums {
    private Sums() {}

    /** 1/m of the sum of all entries: the mean over the batch of each example's sum over its outputs. */
    static double meanOverBatch(Kernels k, Matrix entries) {
        return total(k, entries) / entries.rows();
    }

    static double total(Kernels k, Matrix entries) {
        return k.sum(k.sum(entries, Axis.COLUMNS), Axis.ROWS).scalar();
    }
}
