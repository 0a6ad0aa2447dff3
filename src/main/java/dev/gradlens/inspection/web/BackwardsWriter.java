package dev.gradlens.inspection.web;

import static java.util.Objects.requireNonNull;

import dev.gradlens.inspection.BackwardComparison;
import dev.gradlens.inspection.Descent;
import dev.gradlens.inspection.web.InspectionAnswer.ComparisonAnswer;
import dev.gradlens.inspection.web.InspectionAnswer.CurveAnswer;
import dev.gradlens.inspection.web.InspectionAnswer.DescentAnswer;
import dev.gradlens.inspection.web.InspectionAnswer.TensorComparisonAnswer;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.bind.WireNames;
import java.util.List;
import java.util.Map;

/** Puts the backwards side by side on the wire. */
final class BackwardsWriter {
    private final Tensors tensors;

    BackwardsWriter(Tensors tensors) {
        this.tensors = tensors;
    }

    static List<ComparisonAnswer> comparisons(List<BackwardComparison> comparisons) {
        return comparisons.stream()
                .map(comparison -> new ComparisonAnswer(
                        comparison.rule(),
                        comparison.tensors().stream()
                                .map(tensor -> new TensorComparisonAnswer(
                                        Names.layer(tensor.node()),
                                        Names.gradient(tensor.node().kind()),
                                        tensor.cosine(),
                                        tensor.relativeError(),
                                        tensor.normRatio()))
                                .toList()))
                .toList();
    }

    DescentAnswer descent(Descent descent) {
        Map<BackwardRule, Descent.Curve> curves = descent.curves();
        return new DescentAnswer(
                tensors.series(descent.steps()),
                curve(curves, BackwardRule.EXACT),
                curve(curves, BackwardRule.STATISTICS_AS_CONSTANTS),
                curve(curves, BackwardRule.SKIP_NORMALIZATION));
    }

    private CurveAnswer curve(Map<BackwardRule, Descent.Curve> curves, BackwardRule rule) {
        Descent.Curve curve = requireNonNull(curves.get(rule));
        String name = "descent." + WireNames.of(rule);
        tensors.note(null, name + ".costs", curve.costs());
        tensors.note(null, name + ".linear", curve.linear());
        return new CurveAnswer(
                tensors.series(curve.costs()),
                tensors.series(curve.linear()),
                tensors.real(curve.slope()),
                curve.verdict().orElse(null));
    }
}
