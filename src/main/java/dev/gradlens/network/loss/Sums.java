package dev.gradlens.network.loss;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** Sums over all entries. */
final class Sums {
    private Sums() {}

    /** 1/m of the sum of all entries: the mean over the batch of each example's sum over its outputs. */
    static double meanOverBatch(Kernels k, Matrix entries) {
        return k.divide(sum(k, entries), k.constant(entries.rows())).scalar();
    }

    static double total(Kernels k, Matrix entries) {
        return sum(k, entries).scalar();
    }

    private static Matrix sum(Kernels k, Matrix entries) {
        return k.sum(k.sum(entries, Axis.COLUMNS), Axis.ROWS); // 1×1
    }
}
