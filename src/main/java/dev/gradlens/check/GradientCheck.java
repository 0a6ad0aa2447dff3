package dev.gradlens.check;

import dev.gradlens.check.noise.Worlds;
import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.check.oracle.CheckProgress;
import dev.gradlens.network.Node;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Compares gradients with an oracle that shares no derivative code with them.
 *
 * @param method where the other numbers come from
 * @param targets which gradients
 * @param tolerance the relative difference that passes, &gt; 0
 * @param sampling which entries of each
 * @param illustrations what else is shown
 */
public record GradientCheck(
        Method method, Targets targets, double tolerance, Sampling sampling, Set<Illustration> illustrations) {
    /** Entries of a gradient that are looked at before progress is told: some milliseconds of an oracle that stacks them. */
    private static final int PIECE = 4096;

    public GradientCheck {
        illustrations = Set.copyOf(illustrations);
    }

    /** The same check of other entries. */
    public GradientCheck with(Sampling other) {
        return new GradientCheck(method, targets, tolerance, other, illustrations);
    }

    /**
     * Checks them.
     *
     * @param scale what a gradient of J is multiplied by before it is shown; verdicts and numbers are those of the products
     * @param provider on which rounding is estimated
     */
    public CheckReport run(Subject subject, ToDoubleFunction<Node> scale, KernelsProvider provider) {
        return run(subject, scale, provider, CheckProgress.NONE);
    }

    /**
     * The same, with a report of how far it has come after every few thousand entries.
     *
     * @throws java.util.concurrent.CancellationException if this thread is interrupted, whatever entry it is at
     */
    public CheckReport run(
            Subject subject, ToDoubleFunction<Node> scale, KernelsProvider provider, CheckProgress progress) {
        List<Node> nodes = nodes(subject);
        Done done = new Done(progress, entries(subject, nodes));
        Worlds worlds = new Worlds(subject.setup(), provider, lookedAt(subject.backward()), sampling.seed());
        EntryCheck entries = new EntryCheck(subject, worlds, toleranceOfFormulas(subject), method);
        double largestOfAll = nodes.stream()
                .mapToDouble(node -> scale.applyAsDouble(node) * Subject.largest(subject.gradient(node)))
                .max()
                .orElse(0);
        List<TensorReport> reports = new ArrayList<>();
        for (Node node : nodes) {
            reports.add(report(subject, node, entries, scale.applyAsDouble(node), largestOfAll, done));
        }
        return CheckReport.of(
                this, reports, stepSizeCurve(subject, entries, nodes), taylorTest(subject, worlds, provider));
    }

    /** How many will be looked at. */
    private long entries(Subject subject, List<Node> nodes) {
        return nodes.stream()
                .mapToLong(node -> Math.min(subject.gradient(node).size(), sampling.maxPerTensor()))
                .sum();
    }

    private List<Node> nodes(Subject subject) {
        return subject.gradients().keySet().stream().filter(targets::include).toList();
    }

    /** Formulas are held against the oracle in float64, whatever float32 is allowed. */
    private double toleranceOfFormulas(Subject subject) {
        return subject.isInSinglePrecision() ? method.oracle().tolerance() : tolerance;
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
    public CheckReport unchecked(Subject subject) {
        List<TensorReport> reports = nodes(subject).stream()
                .map(node ->
                        TensorReport.of(node, List.of(), subject.gradient(node).size(), tolerance, new Largest(0, 0)))
                .toList();
        return CheckReport.of(this, reports, Optional.empty(), Optional.empty());
    }

    private TensorReport report(
            Subject subject, Node node, EntryCheck entries, double scale, double largestOfAll, Done done) {
        Values gradient = subject.gradient(node);
        int[] indices = sampling.indices(gradient.size());
        List<Entry> checked = new ArrayList<>(indices.length);
        for (int from = 0; from < indices.length; from += PIECE) {
            int[] piece = Arrays.copyOfRange(indices, from, Math.min(from + PIECE, indices.length));
            entries.check(node, piece).forEach(entry -> checked.add(entry.times(scale)));
            done.add(piece.length);
        }
        Largest largest = new Largest(scale * Subject.largest(gradient), largestOfAll);
        TensorReport report = TensorReport.of(node, checked, gradient.size(), toleranceOfFormulas(subject), largest);
        TensorReport told = subject.isInSinglePrecision()
                ? new SinglePrecision(tolerance, toleranceOfFormulas(subject))
                        .report(report, checked, shown(subject, node, indices, scale))
                : report;
        return subject.observability().hides(node) ? told.hidden() : told;
    }

    private static double[] shown(Subject subject, Node node, int[] indices, double scale) {
        double[] shown = subject.shown(node).rowMajor();
        return Arrays.stream(indices).mapToDouble(index -> scale * shown[index]).toArray();
    }

    private Optional<StepSizeCurve> stepSizeCurve(Subject subject, EntryCheck entries, List<Node> nodes) {
        return illustrations.contains(Illustration.STEP_SIZE_CURVE)
                ? Optional.of(StepSizeCurve.of(subject, nodes, entries::oracle))
                : Optional.empty();
    }

    private Optional<TaylorTest> taylorTest(Subject subject, Worlds worlds, KernelsProvider provider) {
        return illustrations.contains(Illustration.TAYLOR_TEST)
                ? Optional.of(TaylorTest.of(subject, worlds.costSpread(), provider, sampling.seed()))
                : Optional.empty();
    }
}
