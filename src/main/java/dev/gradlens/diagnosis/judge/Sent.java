package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.rounding.RoundingDetector;
import dev.gradlens.random.RandomStream;
import dev.gradlens.tensor.Values;
import java.util.Arrays;

/**
 * A tensor that was sent.
 *
 * @param values in the shape that it should have
 * @param isTransposed whether it was sent with rows and columns exchanged, which its shape shows
 * @param halfUnits how far each entry may lie from what it was before it was rounded
 * @param maybeSingle whether every entry could come from a float32
 */
record Sent(Site site, Values values, boolean isTransposed, double[] halfUnits, boolean maybeSingle) {

    static Sent of(Site site, Values sent, Values right, double[] halfUnits) {
        if (!site.step().isMatrix() && sent.size() == right.size()) {
            Values shaped = new Values(right.rows(), right.columns(), sent.rowMajor());
            return new Sent(site, shaped, false, halfUnits, maybeSingle(sent.rowMajor(), halfUnits));
        }
        boolean transposed = sent.rows() != right.rows() || sent.columns() != right.columns();
        boolean single = maybeSingle(sent.rowMajor(), halfUnits);
        if (!transposed) {
            return new Sent(site, sent, false, halfUnits, single);
        }
        double[] turned =
                new Values(sent.rows(), sent.columns(), halfUnits).transposed().rowMajor();
        return new Sent(site, sent.transposed(), true, turned, single);
    }

    /** Whether every entry by itself could come from a float32, whatever the other tensors are. */
    boolean isEachSingle() {
        return maybeSingle(values.rowMajor(), halfUnits);
    }

    /** The same tensor of a submission that was computed in float64. */
    Sent inDouble() {
        return new Sent(site, values, isTransposed, halfUnits, false);
    }

    private static boolean maybeSingle(double[] entries, double[] halfUnits) {
        for (int i = 0; i < entries.length; i++) {
            if (!RoundingDetector.isSingle(entries[i], halfUnits[i])) {
                return false;
            }
        }
        return true;
    }

    /** The numbers, each moved by as much as it may have been rounded, or less. */
    Values moved(RandomStream stream) {
        double[] entries = values.rowMajor().clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] += (2 * stream.uniform() - 1) * halfUnits[i];
        }
        return new Values(values.rows(), values.columns(), entries);
    }

    /** Whether no entry is NaN or infinite. */
    boolean isFinite() {
        return Arrays.stream(values.rowMajor()).allMatch(Double::isFinite);
    }

    double entry(int i) {
        return values.rowMajor()[i];
    }

    int size() {
        return values.size();
    }
}
