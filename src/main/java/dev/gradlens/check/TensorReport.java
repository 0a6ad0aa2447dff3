package dev.gradlens.check;

import dev.gradlens.network.Node;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the check says of one gradient.
 *
 * @param node whose gradient it is
 * @param verdict FAIL if an entry is, else PASS if every checked one passes or is zero on both sides (but not all of them
 *     zero), else INCONCLUSIVE
 * @param checked how many entries were compared
 * @param size how many it has
 * @param maxRelativeError the largest |a − n|/max(|a|, |n|); NaN where no two finite numbers were compared
 * @param normRelativeError ‖a − n‖/(‖a‖ + ‖n‖) over the checked entries; NaN likewise
 * @param worst the entry whose difference takes most of what is allowed; empty if none is finite
 * @param failed how many entries fail; without a FAIL in float32 those of the same formulas in float64
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

    static TensorReport of(Node node, List<Entry> entries, int size, double tolerance, Largest largest) {
        EntryVerdicts verdicts = EntryVerdicts.of(entries, tolerance, largest);
        return of(node, verdicts.verdict(), entries, size, tolerance, verdicts.failed(), verdicts.inconclusive());
    }

    /** With a verdict that has been reached already. */
    static TensorReport of(
            Node node,
            Verdict verdict,
            List<Entry> entries,
            int size,
            double tolerance,
            int failed,
            Map<Reason, Integer> inconclusive) {
        List<Entry> finite = entries.stream().filter(Entry::isFinite).toList();
        return new TensorReport(
                node,
                verdict,
                entries.size(),
                size,
                finite.stream().mapToDouble(Entry::relativeError).max().orElse(Double.NaN),
                normRelativeError(finite),
                finite.stream().max(Comparator.comparingDouble(entry -> entry.excess(tolerance))),
                failed,
                inconclusive);
    }

    /** The same where zeros tell nothing, since J hides what they would be if a formula were wrong. */
    TensorReport hidden() {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        inconclusive.forEach((reason, count) ->
                reasons.merge(reason == Reason.BOTH_ZERO ? Reason.NOT_OBSERVABLE : reason, count, Integer::sum));
        return new TensorReport(
                node, verdict, checked, size, maxRelativeError, normRelativeError, worst, failed, reasons);
    }

    private static double normRelativeError(List<Entry> entries) {
        if (entries.isEmpty()) {
            return Double.NaN;
        }
        return relativeDistance(
                entries.stream().mapToDouble(Entry::analytic).toArray(),
                entries.stream().mapToDouble(Entry::numeric).toArray());
    }

    /** ‖a − n‖/(‖a‖ + ‖n‖), with 0/0 = 0. */
    static double relativeDistance(double[] a, double[] n) {
        double difference = norm(IntStream.range(0, a.length).mapToDouble(k -> a[k] - n[k]));
        double both = norm(Arrays.stream(a)) + norm(Arrays.stream(n));
        return both == 0 ? 0 : difference / both;
    }

    /** The Euclidean norm, whose squares neither overflow nor vanish. */
    static double norm(DoubleStream entries) {
        return entries.reduce(0, Math::hypot);
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
