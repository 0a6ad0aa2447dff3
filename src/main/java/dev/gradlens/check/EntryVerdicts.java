package dev.gradlens.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rule of an entry, counted over a tensor: it fails if the difference exceeds tolerance and uncertainty, and only then;
 * it passes if the uncertainty is too small to hide a mistake.
 *
 * @param failed how many fail
 * @param passed how many pass
 * @param inconclusive how many do neither, by reason; both numbers zero is such a reason
 */
record EntryVerdicts(int failed, int passed, Map<Reason, Integer> inconclusive) {

    static EntryVerdicts of(List<Entry> entries, double tolerance, Largest largest) {
        int failed = 0;
        int passed = 0;
        Map<Reason, Integer> inconclusive = new EnumMap<>(Reason.class);
        for (Entry entry : entries) {
            if (entry.isFinite() && entry.fails(tolerance)) {
                failed++;
            } else if (entry.isFinite()
                    && !entry.isBothZero(tolerance, largest.ofAll())
                    && entry.isSharp(tolerance, largest.ofTensor())) {
                passed++;
            } else {
                inconclusive.merge(reason(entry, tolerance, largest), 1, Integer::sum);
            }
        }
        return new EntryVerdicts(failed, passed, inconclusive);
    }

    private static Reason reason(Entry entry, double tolerance, Largest largest) {
        if (!entry.isFinite() || !Double.isFinite(entry.uncertainty())) {
            return Reason.NON_FINITE;
        }
        if (entry.isBothZero(tolerance, largest.ofAll())) {
            return Reason.BOTH_ZERO;
        }
        return entry.doubt();
    }

    private int bothZero() {
        return inconclusive.getOrDefault(Reason.BOTH_ZERO, 0);
    }

    private int undecided() {
        return inconclusive.values().stream().mapToInt(Integer::intValue).sum() - bothZero();
    }

    Verdict verdict() {
        if (failed > 0) {
            return Verdict.FAIL;
        }
        return undecided() == 0 && passed > 0 ? Verdict.PASS : Verdict.INCONCLUSIVE;
    }
}
