package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckCost;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.inspection.Extra;
import dev.gradlens.inspection.Resources;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.Work;
import java.util.Map;

/** Estimates what an inspection will cost, from its shapes alone. */
final class InspectionWork {
    /** Forward and backward together are three products of two operations each. */
    private static final double PASS = 6;
    /** Normalization and activation of one entry, forward and backward. */
    private static final double ENTRY = 60;
    /** What a layer costs at most, however small: some sixty verbs of ND4J at 13 µs each, on a core of 10⁹ operations a second. */
    private static final double LAYER = 800_000;
    /** Matrices of a layer's shape that forward and backward leave behind until the end, counted on the INDArray kernels. */
    private static final double MATRICES = 60;
    /** Matrices of the shape of W that they leave behind. */
    private static final double WEIGHTS = 4;
    /** A comparison is at most three backward passes. */
    private static final double COMPARISON = 3;

    /** A descent is at most three backward passes and a forward one for each of three times eight steps. */
    private static final double DESCENT = 12;

    /** Beside another rule's backward stands the exact one, to see whether J hides mistakes. */
    private static final double ANOTHER_BACKWARD = 0.5;

    /** The formulas of a float32 answer run once more in float64, at twice the bytes. */
    private static final double IN_DOUBLE = 2;

    private InspectionWork() {}

    static Work of(Outline inspection) {
        NetworkSpec spec = inspection.spec();
        double examples = inspection.examples();
        double keeping = 1
                + (inspection.rule() == BackwardRule.EXACT ? 0 : ANOTHER_BACKWARD)
                + (inDouble(inspection) ? IN_DOUBLE : 0)
                + (inspection.extras().contains(Extra.COMPARE_BACKWARDS) ? COMPARISON : 0)
                + (inspection.extras().contains(Extra.DESCENT) ? DESCENT : 0);
        // a pass that is measured frees what it made before the next begins
        boolean measured = inspection.extras().contains(Extra.RESOURCES);
        double passes = keeping + (measured ? Resources.PASSES : 0);
        double operations = 0;
        double matrices = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            double entries = examples * spec.unitsOf(l);
            double weights = layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
            operations += PASS * examples * weights + ENTRY * entries + LAYER;
            matrices += MATRICES * entries + WEIGHTS * weights + examples * spec.inputsOf(l);
        }
        CheckWork check = check(inspection);
        ExtraWork extras = ExtraWork.of(inspection);
        return new Work(
                (long) (operations * passes + extras.operations() + check.operations()),
                (long) (inspection.precision().bytes() * matrices * (measured ? keeping + 1 : keeping)
                        + extras.bytes()
                        + check.bytes()),
                (long) AnswerNumbers.of(inspection));
    }

    private static boolean inDouble(Outline inspection) {
        return inspection.precision() == Precision.FLOAT32 && inspection.check().isPresent();
    }

    private record CheckWork(double operations, double bytes) {}

    private static CheckWork check(Outline inspection) {
        return inspection
                .check()
                .filter(check -> check.sampling().maxPerTensor() > 0)
                .map(check -> check(check, inspection))
                .orElse(new CheckWork(0, 0));
    }

    private static CheckWork check(GradientCheck check, Outline inspection) {
        boolean exact = inspection.rule() == BackwardRule.EXACT;
        CheckCost cost = new CheckCost(inspection.spec(), inspection.examples(), check.method());
        Map<Node, Long> sizes = check.targets().sizes(cost.spec(), cost.examples());
        double operations = cost.of(sizes, check.sampling().maxPerTensor(), exact) + cost.of(check.illustrations());
        return new CheckWork(operations, cost.bytes(sizes));
    }
}
