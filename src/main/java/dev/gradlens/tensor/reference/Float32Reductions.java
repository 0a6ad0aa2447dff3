package dev.gradlens.tensor.reference;

/** One float out of many, from left to right. */
final class Float32Reductions {
    private Float32Reductions() {}

    static float sum(int count, Term term) {
        float sum = 0;
        for (int k = 0; k < count; k++) {
            sum += term.at(k);
        }
        return sum;
    }

    static float sum(float[] values) {
        return sum(values.length, k -> values[k]);
    }

    /**
     * The mean in two passes; the second takes out what the first one rounded. An infinite mean stays. A plain sum of some
     * thousand equal floats is off by so much that the second pass needs {@linkplain #compensatedSum a better one}.
     */
    static float mean(float[] values) {
        float rounded = sum(values) / values.length;
        if (Float.isInfinite(rounded)) {
            return rounded;
        }
        return rounded + compensatedSum(values.length, k -> values[k] - rounded) / values.length;
    }

    /** The sum in which each addition makes good what the one before has rounded off: Kahan, 1965. */
    private static float compensatedSum(int count, Term term) {
        float sum = 0;
        float excess = 0; // of the sum over what was added
        for (int k = 0; k < count; k++) {
            float corrected = term.at(k) - excess;
            float next = sum + corrected;
            excess = (next - sum) - corrected;
            sum = next;
        }
        return sum;
    }

    static float max(float[] values) {
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            max = Math.max(max, value); // NaN if either is
        }
        return max;
    }

    /** One of many terms. */
    interface Term {
        float at(int k);
    }
}
