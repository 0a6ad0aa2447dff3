package dev.gradlens.tensor.reference;

import java.util.function.IntToDoubleFunction;

/** One double out of many, from left to right. */
final class Float64Reductions {
    private Float64Reductions() {}

    static double sum(int count, IntToDoubleFunction term) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += term.applyAsDouble(k);
        }
        return sum;
    }

    static double sum(double[] values) {
        return sum(values.length, k -> values[k]);
    }

    /** The mean in two passes; the second takes out what the first one rounded. An infinite mean stays. */
    static double mean(double[] values) {
        double rounded = sum(values) / values.length;
        if (Double.isInfinite(rounded)) {
            return rounded;
        }
        return rounded + sum(values.length, k -> values[k] - rounded) / values.length;
    }

    static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value); // NaN if either is
        }
        return max;
    }
}
