package dev.gradlens.inspection;

import dev.gradlens.check.Observability;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** Finds what a reader of the numbers should know. */
final class Warnings {
    private Warnings() {}

    static List<Warning> of(Setup setup, List<LayerResult> layers, Observability observability) {
        List<Warning> warnings = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            LayerSpec spec = setup.spec().layers().get(l);
            addNotDifferentiable(warnings, l, spec, layers.get(l).argument());
            addSingleValue(warnings, l, spec, setup);
            int hidden = layers.get(l).z().size();
            addIfAny(
                    warnings,
                    Warning.Code.NOT_OBSERVABLE,
                    l,
                    observability.cancelling().contains(l) ? hidden : 0);
        }
        return warnings;
    }

    private static void addNotDifferentiable(List<Warning> warnings, int l, LayerSpec spec, Values argument) {
        if (spec.activation().hasKink()) {
            addIfAny(warnings, Warning.Code.NOT_DIFFERENTIABLE, l, zeros(argument));
        }
    }

    private static int zeros(Values values) {
        int zeros = 0;
        for (double entry : values.rowMajor()) {
            zeros += entry == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static void addSingleValue(List<Warning> warnings, int l, LayerSpec spec, Setup setup) {
        int units = setup.spec().unitsOf(l);
        int examples = setup.batch().examples();
        if (spec.normalization() instanceof BatchNorm batch && setup.mode() == Mode.TRAINING && examples == 1) {
            addIfAny(warnings, Warning.Code.SINGLE_VALUE, l, isZero(batch) ? units : 0);
            boolean unbiased = batch.running().varianceEstimator() == VarianceEstimator.UNBIASED;
            addIfAny(warnings, Warning.Code.RUNNING_VARIANCE_KEPT, l, unbiased ? units : 0);
        }
        if (spec.normalization() instanceof LayerNorm layer && units == 1) {
            addIfAny(warnings, Warning.Code.SINGLE_VALUE, l, isZero(layer) ? examples : 0);
        }
    }

    /** Whether a single value is normalized to 0, rather than to 0/0. */
    private static boolean isZero(Normalization normalization) {
        return normalization.epsilon().value() > 0;
    }

    private static void addIfAny(List<Warning> warnings, Warning.Code code, int l, int count) {
        if (count > 0) {
            warnings.add(new Warning(code, l, count));
        }
    }
}
