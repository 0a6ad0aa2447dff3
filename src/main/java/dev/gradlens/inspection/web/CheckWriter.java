package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckReport;
import dev.gradlens.check.Entry;
import dev.gradlens.check.Reason;
import dev.gradlens.check.StepSizeCurve;
import dev.gradlens.check.TaylorTest;
import dev.gradlens.check.TaylorTest.Remainders;
import dev.gradlens.check.TensorReport;
import dev.gradlens.check.Verdict;
import dev.gradlens.inspection.web.CheckAnswer.RemaindersAnswer;
import dev.gradlens.inspection.web.CheckAnswer.StepSizeCurveAnswer;
import dev.gradlens.inspection.web.CheckAnswer.TaylorTestAnswer;
import dev.gradlens.inspection.web.CheckAnswer.TensorCheckAnswer;
import dev.gradlens.inspection.web.CheckAnswer.WorstAnswer;
import dev.gradlens.network.Node;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.tensors.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a check's report on the wire. */
final class CheckWriter {
    private static final double DIGITS_OF_SINGLE = 7.2;
    private static final String UNCHECKED =
            "no entry was checked: one of each tensor costs more here than a check that was not asked for may; ask for it by"
                    + " gradientCheck";

    private final Layout layout;
    private final Precision precision;

    CheckWriter(EffectiveConventions effective) {
        this.layout = effective.layout();
        this.precision = effective.precision();
    }

    CheckAnswer write(CheckReport report) {
        return new CheckAnswer(
                VerdictName.of(report.verdict()),
                OracleName.of(report.oracle()),
                report.tolerance(),
                report.step(),
                report.tensors().stream().map(this::tensor).toList(),
                report.stepSizeCurve().map(CheckWriter::curve).orElse(null),
                report.taylorTest().map(CheckWriter::taylorTest).orElse(null));
    }

    private static StepSizeCurveAnswer curve(StepSizeCurve curve) {
        return new StepSizeCurveAnswer(Tensor.vector(curve.steps()), Tensor.vector(curve.errors()), curve.entries());
    }

    private static TaylorTestAnswer taylorTest(TaylorTest test) {
        return new TaylorTestAnswer(
                Tensor.vector(test.steps()),
                test.slope(),
                remainders(test.withoutGradient()),
                remainders(test.withGradient()));
    }

    private static RemaindersAnswer remainders(Remainders remainders) {
        return new RemaindersAnswer(
                Tensor.vector(remainders.sizes()),
                Tensor.vector(remainders.orders()),
                remainders.order().isPresent() ? remainders.order().getAsDouble() : null);
    }

    private TensorCheckAnswer tensor(TensorReport report) {
        return new TensorCheckAnswer(
                Names.layer(report.node()),
                Names.gradient(report.node().kind()),
                VerdictName.of(report.verdict()),
                report.checked(),
                report.size(),
                report.checked() == 0 ? null : report.maxRelativeError(),
                report.checked() == 0 ? null : report.normRelativeError(),
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

    private @Nullable String detail(TensorReport report) {
        if (report.verdict() == Verdict.FAIL) {
            return "%d of %d checked entries differ from the derivative of J by more than tolerance and uncertainty"
                    .formatted(report.failed(), report.checked());
        }
        if (report.failed() > 0) {
            return "in float64 these formulas fail in %d of %d checked entries; float32 is too coarse to see it"
                    .formatted(report.failed(), report.checked());
        }
        return report.reason().map(reason -> sentence(report, reason)).orElse(report.checked() == 0 ? UNCHECKED : null);
    }

    private String sentence(TensorReport report, Reason reason) {
        int entries = report.inconclusive().getOrDefault(reason, 0);
        return switch (reason) {
            case NON_FINITE -> "NaN or infinity in %d checked entries".formatted(entries);
            case NOT_DIFFERENTIABLE ->
                "in %d checked entries an activation sits on its kink, where J has no derivative".formatted(entries);
            case KINK -> "in %d checked entries an activation changes side within the oracle's step".formatted(entries);
            case TRUNCATION ->
                "in %d checked entries the oracle's step is too long for a J as bent as this".formatted(entries);
            case NOT_OBSERVABLE ->
                "in %d checked entries both are zero because this J lets every path through a normalization cancel, as a sum"
                                .formatted(entries)
                        + " of Ztilda does: a wrong formula would go unseen; weight the outputs differently";
            case ROUND_OFF ->
                "in %d checked entries rounding is larger than the tolerance".formatted(entries) + digitsLost(report);
            case BOTH_ZERO ->
                "gradient and oracle are both zero in all %d checked entries, up to the uncertainty".formatted(entries);
        };
    }

    /** Beside the norm of the tensor, of the digits that float32 has. */
    private String digitsLost(TensorReport report) {
        double lost = Math.log10(2 * report.normRelativeError() / precision.roundoff());
        return precision == Precision.FLOAT32
                ? "; float32 has lost %.1f of its 7.2 digits here".formatted(Math.clamp(lost, 0, DIGITS_OF_SINGLE))
                : "";
    }
}
