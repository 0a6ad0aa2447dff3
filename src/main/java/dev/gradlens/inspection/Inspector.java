package dev.gradlens.inspection;

import dev.gradlens.check.CheckReport;
import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Observability;
import dev.gradlens.check.Subject;
import dev.gradlens.check.noise.Worlds;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an inspection: forward, backward, and whatever explains them. Safe for use by many threads. */
public final class Inspector {
    private final KernelsProvider provider;

    /** An inspector that computes on these kernels. */
    public Inspector(KernelsProvider provider) {
        this.provider = provider;
    }

    /** Everything that was asked for. Shapes and limits are the caller's to check. */
    public InspectionResult inspect(Inspection inspection) {
        try (Kernels kernels = provider.open(inspection.precision())) {
            Setup setup = inspection.setup();
            Network network = setup.on(kernels);
            Tape tape = setup.forward(network);
            Backwards backwards = new Backwards(network, tape);
            List<LayerGradients> backward = backwards.by(inspection.rule());
            Map<Node, Values> gradients = scaled(inspection, backwards.values(inspection.rule()));
            List<LayerResult> layers = new LayerResults(inspection, provider, network, tape, backward, gradients).all();
            Observability observability = Observability.of(network, backwards.by(BackwardRule.EXACT));
            return new InspectionResult(
                    tape.cost(),
                    layers,
                    gradients,
                    parameters(inspection),
                    inspection.check().map(check -> check(inspection, check, network, tape, observability)),
                    comparison(inspection, backwards),
                    descent(inspection, backwards),
                    Warnings.of(setup, layers, observability),
                    provider.backend());
        }
    }

    private static Optional<List<LayerParameters<Values>>> parameters(Inspection inspection) {
        return Optional.of(inspection.setup().parameters())
                .filter(parameters -> inspection.extras().contains(Extra.PARAMETERS));
    }

    private static Map<Node, Values> scaled(Inspection inspection, Map<Node, Values> gradients) {
        Map<Node, Values> scaled = new LinkedHashMap<>();
        gradients.forEach((node, gradient) -> scaled.put(node, scaled(inspection, node, gradient)));
        return scaled;
    }

    private static Values scaled(Inspection inspection, Node node, Values gradient) {
        double factor = inspection.scale().factor(node, inspection.setup());
        return factor == 1 ? gradient : gradient.times(factor).rounded(inspection.precision());
    }

    private CheckReport check(
            Inspection inspection, GradientCheck check, Network network, Tape tape, Observability observability) {
        Setup setup = inspection.setup();
        Subject subject = subject(inspection, network, tape, observability);
        return check.sampling().maxPerTensor() == 0
                ? check.unchecked(subject)
                : check.run(subject, node -> inspection.scale().factor(node, setup), provider);
    }

    /** What is on trial; the formulas of a float32 answer once more in float64, on the same numbers. */
    private Subject subject(Inspection inspection, Network network, Tape tape, Observability observability) {
        Worlds.Backward backward = (any, anyTape) -> Gradients.byNode(any.backward(anyTape, inspection.rule()));
        Setup setup = inspection.setup();
        if (inspection.precision() == Precision.FLOAT64) {
            return Subject.of(setup, network, tape, backward, observability);
        }
        try (Kernels inDouble = provider.open()) {
            Network again = setup.on(inDouble);
            return Subject.of(setup, again, setup.forward(again), backward, observability)
                    .showing(backward.gradients(network, tape));
        }
    }

    private static Optional<List<BackwardComparison>> comparison(Inspection inspection, Backwards backwards) {
        if (!inspection.extras().contains(Extra.COMPARE_BACKWARDS)) {
            return Optional.empty();
        }
        Map<Node, Values> exact = backwards.values(BackwardRule.EXACT);
        return Optional.of(List.of(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION).stream()
                .map(rule -> BackwardComparison.of(rule, backwards.values(rule), exact))
                .toList());
    }

    private static Optional<Descent> descent(Inspection inspection, Backwards backwards) {
        return inspection.extras().contains(Extra.DESCENT)
                ? Optional.of(Descent.of(backwards, inspection.setup().mode()))
                : Optional.empty();
    }
}
