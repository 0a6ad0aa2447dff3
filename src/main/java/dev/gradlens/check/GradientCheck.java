package dev.gradlens.check;

import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.network.Node;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares gradients with an oracle that shares no derivative code with them.
 *
 * @param oracle where the other numbers come from
 * @param targets which gradients
 * @param tolerance the relative difference that passes, &gt; 0
 * @param sampling which entries of each
 */
public record GradientCheck(Oracle oracle, Targets targets, double tolerance, Sampling sampling) {

    /**
     * Checks them.
     *
     * @param scale what a gradient of J is multiplied by before it is shown; verdicts and numbers are those of the products
     * @param provider on which rounding is estimated
     */
    public CheckReport run(Subject subject, ToDoubleFunction<Node> scale, KernelsProvider provider) {
        List<Node> nodes =
                subject.gradients().keySet().stream().filter(targets::include).toList();
        Worlds worlds = new Worlds(subject.setup(), provider, lookedAt(subject.backward()), sampling.seed());
        EntryCheck entries = new EntryCheck(subject, worlds, tolerance);
        double largestOfAll = nodes.stream()
                .mapToDouble(node -> scale.applyAsDouble(node) * Subject.largest(subject.gradient(node)))
                .max()
                .orElse(0);
        List<TensorReport> reports = new ArrayList<>();
        for (Node node : nodes) {
            reports.add(report(subject.gradient(node), node, entries, scale.applyAsDouble(node), largestOfAll));
        }
        return CheckReport.of(oracle, tolerance, ComplexNetwork.RELATIVE_STEP, reports);
    }

    /** Of the gradients that are not looked at none has to be held. */
    private Backward lookedAt(Backward backward) {
        return (network, tape) -> {
            Map<Node, Values> gradients = new HashMap<>(backward.gradients(network, tape));
            gradients.keySet().removeIf(node -> !targets.include(node));
            return gradients;
        };
    }

    /** The report of a check for which there was no budget: nothing was looked at. */
    public CheckReport unchecked(Map<Node, Values> gradients) {
        List<TensorReport> reports = gradients.entrySet().stream()
                .filter(gradient -> targets.include(gradient.getKey()))
                .map(gradient -> TensorReport.of(
                        gradient.getKey(), List.of(), gradient.getValue().size(), tolerance, 0, 0))
                .toList();
        return CheckReport.of(oracle, tolerance, ComplexNetwork.RELATIVE_STEP, reports);
    }

    private TensorReport report(Values gradient, Node node, EntryCheck entries, double scale, double largestOfAll) {
        List<Entry> checked = Arrays.stream(sampling.indices(gradient.size()))
                .mapToObj(index -> scaled(entries.check(node, index), scale))
                .toList();
        double largest = scale * Subject.largest(gradient);
        return TensorReport.of(node, checked, gradient.size(), tolerance, largest, largestOfAll);
    }

    private static Entry scaled(Entry entry, double scale) {
        return new Entry(
                entry.row(),
                entry.column(),
                entry.analytic() * scale,
                entry.numeric() * scale,
                entry.uncertainty() * scale,
                entry.onKink());
    }
}
