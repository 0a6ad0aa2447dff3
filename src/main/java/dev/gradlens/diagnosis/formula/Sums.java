package dev.gradlens.diagnosis.formula;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.Arrays;

/** Sums and powers that several formulas need. */
final class Sums {
    private Sums() {}

    /** Of all entries, 1×1. */
    static Matrix total(Kernels k, Matrix a) {
        return k.sum(k.sum(a, Axis.COLUMNS), Axis.ROWS);
    }

    /** The last row of a matrix. */
    static Matrix lastRow(Kernels k, Matrix a) {
        double[] entries = a.toArray();
        return k.matrix(1, a.columns(), Arrays.copyOfRange(entries, entries.length - a.columns(), entries.length));
    }

    /**
     * s to a power, entry by entry.
     *
     * @param power a multiple of ½
     */
    static Matrix power(Kernels k, Matrix s, double power) {
        if (power < 0) {
            return k.divide(k.constant(1), power(k, s, -power));
        }
        Matrix product = k.constant(1);
        for (int i = 0; i < (int) power; i++) {
            product = k.multiply(product, s);
        }
        return power == Math.rint(power) ? product : k.multiply(product, k.map(Elementary.SQRT, s));
    }
}
