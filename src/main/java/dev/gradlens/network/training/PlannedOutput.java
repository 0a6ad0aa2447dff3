package dev.gradlens.network.training;

import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;

/** What a planned network gives, where its loss has been computed without it. */
final class PlannedOutput {
    private PlannedOutput() {}

    /** The softmax of each row, in doubles until the end. */
    static Values softmax(Values logits, Precision precision) {
        double[] shares = logits.rowMajor().clone();
        for (int i = 0; i < logits.rows(); i++) {
            row(shares, i * logits.columns(), (i + 1) * logits.columns());
        }
        return new Values(logits.rows(), logits.columns(), shares).rounded(precision);
    }

    private static void row(double[] entries, int from, int to) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int at = from; at < to; at++) {
            largest = Math.max(largest, entries[at]); // NaN if either is
        }
        double sum = 0;
        for (int at = from; at < to; at++) {
            entries[at] = Math.exp(entries[at] - largest);
            sum += entries[at];
        }
        for (int at = from; at < to; at++) {
            entries[at] /= sum;
        }
    }
}
