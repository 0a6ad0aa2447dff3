package dev.gradlens.inspection;

import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.Optional;
import java.util.Set;

/** Inspections on the reference kernels, without a check. */
final class Inspections {
    private static final KernelsProvider REFERENCE = new ReferenceKernelsProvider();

    private Inspections() {}

    static InspectionResult of(Setup setup, Extra... extras) {
        return of(setup, BackwardRule.EXACT, GradientScale.COST, extras);
    }

    static InspectionResult of(Setup setup, BackwardRule rule, GradientScale scale, Extra... extras) {
        return of(Precision.FLOAT64, setup, rule, scale, extras);
    }

    static InspectionResult of(
            Precision precision, Setup setup, BackwardRule rule, GradientScale scale, Extra... extras) {
        return of(REFERENCE, precision, setup, rule, scale, extras);
    }

    static InspectionResult of(
            KernelsProvider provider,
            Precision precision,
            Setup setup,
            BackwardRule rule,
            GradientScale scale,
            Extra... extras) {
        Inspection inspection = new Inspection(precision, setup, rule, scale, Optional.empty(), Set.of(extras));
        return new Inspector(provider).inspect(inspection);
    }
}
