package dev.gradlens.check;

import dev.gradlens.network.Node;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Judges gradients that were computed in float32. The formulas are on trial in float64, on the same float32 numbers; where
 * they pass, what float32 adds is rounding, and never a mistake.
 *
 * @param tolerance how large it may be beside the tensor, in the norm
 * @param toleranceOfFormulas the relative difference that passes in float64
 */
public record SinglePrecision(double tolerance, double toleranceOfFormulas) {

    /**
     * Unless another is asked for: 2⁻²⁴ is 6e-8, and some thousand such roundings in a row leave three digits, which is what
     * is needed to see a gradient's direction.
     */
    public static final double TOLERANCE = 1e-3;

    /**
     * The report of what is shown.
     *
     * @param inDouble the report of the same gradient in float64
     * @param entries its entries
     * @param shown the numbers that float32 gave for them
     */
    TensorReport report(TensorReport inDouble, List<Entry> entries, double[] shown) {
        List<Entry> told = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < shown.length; i++) {
            Entry entry = entries.get(i).shownAs(shown[i]);
            told.add(entry);
            failed += entries.get(i).fails(toleranceOfFormulas) && entry.fails(tolerance) ? 1 : 0;
        }
        return report(inDouble, told, failed);
    }

    private TensorReport report(TensorReport inDouble, List<Entry> told, int failed) {
        Node node = inDouble.node();
        Map<Reason, Integer> inconclusive = inconclusive(inDouble, told, failed);
        Verdict verdict = verdict(inDouble, inconclusive, failed);
        int wrong = Math.max(failed, inDouble.failed()); // in float64 at least, where float32 is too coarse to see it
        return TensorReport.of(node, verdict, told, inDouble.size(), tolerance, wrong, inconclusive);
    }

    private static Verdict verdict(TensorReport inDouble, Map<Reason, Integer> inconclusive, int failed) {
        if (failed > 0) {
            return Verdict.FAIL;
        }
        boolean doubtful = inconclusive.keySet().stream().anyMatch(reason -> reason != Reason.BOTH_ZERO);
        return doubtful || inDouble.verdict() == Verdict.INCONCLUSIVE ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }

    /** What float64 leaves undecided; what float32 makes of it that is not finite; and rounding beyond the tolerance. */
    private Map<Reason, Integer> inconclusive(TensorReport inDouble, List<Entry> told, int failed) {
        Map<Reason, Integer> inconclusive = new EnumMap<>(Reason.class);
        inconclusive.putAll(inDouble.inconclusive());
        int notFinite = (int) told.stream().filter(entry -> !entry.isFinite()).count();
        if (notFinite > 0) {
            inconclusive.merge(Reason.NON_FINITE, notFinite, Math::max);
        } else if (inDouble.failed() > failed || isTooRounded(inDouble, told)) {
            inconclusive.merge(Reason.ROUND_OFF, told.size(), Math::max);
        }
        return inconclusive;
    }

    private boolean isTooRounded(TensorReport inDouble, List<Entry> told) {
        double difference = TensorReport.norm(told.stream().mapToDouble(Entry::difference));
        double norm = TensorReport.norm(told.stream().mapToDouble(Entry::numeric));
        return inDouble.verdict() == Verdict.PASS && difference > tolerance * norm;
    }
}
