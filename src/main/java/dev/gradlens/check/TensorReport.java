package dev.gradlens.check;

import dev.gradlens.network.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check says of one gradient.
 *
 * @param node whose gradient it is
 * @param verdict FAIL if an entry is, else PASS if every checked one passes or is zero on both sides (but not all of them
 *     zero), else INCONCLUSIVE
 * @param checked how many entries were compared
 * @param size how many it has
 * @param maxRelativeError the largest |a − n|/max(|a|, |n|)
 * @param normRelativeError ‖a − n‖/(‖a‖ + ‖n‖) over the checked entries
 * @param worst the entry whose difference takes most of what is allowed; empty if none is finite
 * @param failed how many entries fail
 * @param inconclusive how many entries are undecided, by reason
 */
public record TensorReport(
        Node node,
        Verdict verdict,
        int checked,
        int size,
        double maxRelativeError,
        double normRelativeError,
        Optional<Entry> worst,
        int failed,
        Map<Reason, Integer> inconclusive) {

    static TensorReport of(
            Node node, List<Entry> entries, int size, double tolerance, double largestOfTensor, double largestOfAll) {
        EntryVerdicts verdicts = EntryVerdicts.of(entries, tolerance, largestOfTensor, largestOfAll);
        List<Entry> finite = entries.stream().filter(Entry::isFinite).toList();
        return new TensorReport(
                node,
                verdicts.verdict(),
                entries.size(),
                size,
                finite.stream().mapToDouble(Entry::relativeError).max().orElse(0),
                normRelativeError(finite),
                finite.stream().max(Comparator.comparingDouble(entry -> entry.excess(tolerance))),
                verdicts.failed(),
                verdicts.inconclusive());
    }

    private static double normRelativeError(List<Entry> entries) {
        double difference = norm(entries.stream().mapToDouble(Entry::difference).toArray());
        double both = norm(entries.stream().mapToDouble(Entry::analytic).toArray())
                + norm(entries.stream().mapToDouble(Entry::numeric).toArray());
        return both == 0 ? 0 : difference / both;
    }

    private static double norm(double[] entries) {
        double norm = 0;
        for (double entry : entries) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }

    /** Why nothing can be concluded, if it cannot: the first reason that some entry gives. */
    public Optional<Reason> reason() {
        return verdict == Verdict.INCONCLUSIVE
                ? inconclusive.keySet().stream().min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Whether it counts as right in the whole: it passes, or is zero on both sides. */
    boolean isRight() {
        return verdict == Verdict.PASS
                || reason().filter(Reason.BOTH_ZERO::equals).isPresent();
    }
}
