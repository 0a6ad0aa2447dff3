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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an inspection: forward, backward, and whatever explains them. Safe for use by many threads. */
public final class Inspector {
    /**
     * Products of one pass up to which rounding is estimated in plain loops: below, what a verb of ND4J costs beside its
     * arithmetic (13 µs for the array alone) is more than the loops take.
     */
    private static final double SMALL = 1e6;

    private final KernelsProvider provider;
    private final KernelsProvider plainLoops;

    /**
     * An inspector.
     *
     * @param provider what computes the answers
     * @param plainLoops what estimates the rounding of small networks
     */
    public Inspector(KernelsProvider provider, KernelsProvider plainLoops) {
        this.provider = provider;
        this.plainLoops = plainLoops;
    }

    /** Everything that was asked for. Shapes and limits are the caller's to check. */
    public InspectionResult inspect(Inspection inspection) {
        try (Kernels kernels = provider.open(inspection.precision())) {
            Setup setup = inspection.setup();
            Network network = setup.on(kernels);
            Tape tape = setup.forward(network);
            List<LayerGradients> backward = network.backward(tape, inspection.rule());
            Map<Node, Values> gradients = scaled(inspection, Gradients.byNode(backward));
            Observability observability = observability(inspection, network, tape, backward);
            return new InspectionResult(
                    tape.cost(),
                    new LayerResults(inspection, provider, network, tape, backward, gradients).all(),
                    gradients,
                    parameters(inspection),
                    inspection.check().map(check -> check(inspection, check, network, tape, observability)),
                    comparison(inspection, network, tape),
                    descent(inspection, network, tape),
                    Warnings.of(setup, tape, observability),
                    provider.backend());
        }
    }

    private static Optional<List<LayerParameters<Values>>> parameters(Inspection inspection) {
        return Optional.of(inspection.setup().parameters())
                .filter(parameters -> inspection.extras().contains(Extra.PARAMETERS));
    }

    private static Map<Node, Values> scaled(Inspection inspection, Map<Node, Values> gradients) {
        Map<Node, Values> scaled = new LinkedHashMap<>();
        gradients.forEach((node, gradient) -> scaled.put(
                node,
                gradient.times(inspection.scale().factor(node, inspection.setup()))
                        .rounded(inspection.precision())));
        return scaled;
    }

    private static Observability observability(
            Inspection inspection, Network network, Tape tape, List<LayerGradients> backward) {
        return inspection.rule() == BackwardRule.EXACT
                ? Observability.of(network, backward)
                : Observability.of(network, tape);
    }

    private CheckReport check(
            Inspection inspection, GradientCheck check, Network network, Tape tape, Observability observability) {
        Setup setup = inspection.setup();
        Subject subject = subject(inspection, network, tape, observability);
        return check.sampling().maxPerTensor() == 0
                ? check.unchecked(subject)
                : check.run(subject, node -> inspection.scale().factor(node, setup), forRounding(setup));
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

    private KernelsProvider forRounding(Setup setup) {
        double products = 0;
        for (int l = 0; l < setup.spec().layers().size(); l++) {
            products += (double) setup.spec().unitsOf(l) * setup.spec().inputsOf(l);
        }
        return products * setup.batch().examples() <= SMALL ? plainLoops : provider;
    }

    private static Optional<List<BackwardComparison>> comparison(Inspection inspection, Network network, Tape tape) {
        if (!inspection.extras().contains(Extra.COMPARE_BACKWARDS)) {
            return Optional.empty();
        }
        Map<Node, Values> exact = Gradients.byNode(network.backward(tape, BackwardRule.EXACT));
        return Optional.of(List.of(BackwardRule.STATISTICS_AS_CONSTANTS, BackwardRule.SKIP_NORMALIZATION).stream()
                .map(rule -> BackwardComparison.of(rule, Gradients.byNode(network.backward(tape, rule)), exact))
                .toList());
    }

    private static Optional<Descent> descent(Inspection inspection, Network network, Tape tape) {
        if (!inspection.extras().contains(Extra.DESCENT)) {
            return Optional.empty();
        }
        Map<BackwardRule, Map<Node, Values>> gradients = new EnumMap<>(BackwardRule.class);
        for (BackwardRule rule : BackwardRule.values()) {
            gradients.put(rule, Gradients.byNode(network.backward(tape, rule)));
        }
        return Optional.of(Descent.of(network.k(), inspection.setup(), gradients));
    }
}
