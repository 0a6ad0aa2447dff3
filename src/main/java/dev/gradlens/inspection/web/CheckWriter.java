package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckReport;
import dev.gradlens.check.Entry;
import dev.gradlens.check.Reason;
import dev.gradlens.check.TensorReport;
import dev.gradlens.check.Verdict;
import dev.gradlens.inspection.web.CheckAnswer.TensorCheckAnswer;
import dev.gradlens.inspection.web.CheckAnswer.WorstAnswer;
import dev.gradlens.network.Node;
import dev.gradlens.wire.setup.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a check's report on the wire. */
final class CheckWriter {
    private final Layout layout;

    CheckWriter(Layout layout) {
        this.layout = layout;
    }

    CheckAnswer write(CheckReport report) {
        return new CheckAnswer(
                VerdictName.of(report.verdict()),
                OracleName.of(report.oracle()),
                report.tolerance(),
                report.step(),
                report.tensors().stream().map(this::tensor).toList());
    }

    private TensorCheckAnswer tensor(TensorReport report) {
        return new TensorCheckAnswer(
                Names.layer(report.node()),
                Names.gradient(report.node().kind()),
                VerdictName.of(report.verdict()),
                report.checked(),
                report.size(),
                report.maxRelativeError(),
                report.normRelativeError(),
                report.worst().map(entry -> worst(report.node(), entry)).orElse(null),
                report.reason().orElse(null),
                detail(report));
    }

    private WorstAnswer worst(Node node, Entry entry) {
        return new WorstAnswer(index(node, entry), entry.analytic(), entry.numeric(), entry.uncertainty());
    }

    private List<Integer> index(Node node, Entry entry) {
        if (node.kind() == Node.Kind.W) {
            return List.of(entry.row(), entry.column());
        }
        if (!node.kind().hasExamples()) {
            return List.of(Math.max(entry.row(), entry.column()));
        }
        return layout == Layout.ROWS ? List.of(entry.row(), entry.column()) : List.of(entry.column(), entry.row());
    }

    private static @Nullable String detail(TensorReport report) {
        if (report.verdict() == Verdict.FAIL) {
            return "%d of %d checked entries differ from the derivative of J by more than tolerance and uncertainty"
                    .formatted(report.failed(), report.checked());
        }
        return report.reason()
                .map(reason -> sentence(reason, report.inconclusive().getOrDefault(reason, 0)))
                .orElse(
                        report.checked() == 0
                                ? "no entry was checked: the budget of a check not asked for is spent"
                                : null);
    }

    private static String sentence(Reason reason, int entries) {
        return switch (reason) {
            case NON_FINITE -> "NaN or infinity in %d checked entries".formatted(entries);
            case NOT_DIFFERENTIABLE ->
                "in %d checked entries an activation sits on its kink, where J has no derivative".formatted(entries);
            case ROUND_OFF -> "in %d checked entries rounding is larger than the tolerance".formatted(entries);
            case BOTH_ZERO ->
                "gradient and oracle are both zero in all %d checked entries, up to the uncertainty".formatted(entries);
        };
    }
}
