package dev.gradlens.inspection.web;

import dev.gradlens.check.CheckCost;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Targets;
import dev.gradlens.inspection.Extra;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.wire.Work;

/** Estimates what an inspection will cost, from its shapes alone. */
final class InspectionWork {
    /** Forward and backward together are three products of two operations each. */
    private static final double PASS = 6;
    /** Normalization and activation of one entry, forward and backward. */
    private static final double ENTRY = 60;
    /** Matrices of a layer's shape that forward and backward leave behind until the end, counted on the INDArray kernels. */
    private static final double MATRICES = 60;
    /** Matrices of the shape of W that they leave behind. */
    private static final double WEIGHTS = 4;
    /** Passes of a comparison and of a descent, in full forward and backward ones. */
    private static final double COMPARISON = 3;

    private static final double DESCENT = 12;
    /** Tensors of a layer's shape in an answer: X, Z to A, their gradients, the paths. */
    private static final double ANSWERED = 12;

    private InspectionWork() {}

    static Work of(Outline inspection) {
        NetworkSpec spec = inspection.spec();
        double examples = inspection.examples();
        double passes = 1
                + (inspection.extras().contains(Extra.COMPARE_BACKWARDS) ? COMPARISON : 0)
                + (inspection.extras().contains(Extra.DESCENT) ? DESCENT : 0);
        double operations = 0;
        double matrices = 0;
        double answer = examples * spec.inputs();
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            double entries = examples * spec.unitsOf(l);
            double weights = layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
            operations += PASS * examples * weights + ENTRY * entries;
            matrices += MATRICES * entries + WEIGHTS * weights + examples * spec.inputsOf(l);
            answer += ANSWERED * entries + weights;
        }
        return new Work(
                (long) (operations * passes + check(inspection)), (long) (Double.BYTES * matrices * passes), (long)
                        answer);
    }

    private static double check(Outline inspection) {
        NetworkSpec spec = inspection.spec();
        int examples = inspection.examples();
        boolean exact = inspection.rule() == BackwardRule.EXACT;
        return inspection.check().stream()
                .filter(check -> check.sampling().maxPerTensor() > 0)
                .mapToDouble(check -> cost(check, new CheckCost(spec, examples), spec, examples, exact))
                .sum();
    }

    private static double cost(GradientCheck check, CheckCost cost, NetworkSpec spec, int examples, boolean exact) {
        Targets targets = check.targets();
        return cost.of(targets.sizes(spec, examples), check.sampling().maxPerTensor(), exact);
    }
}
