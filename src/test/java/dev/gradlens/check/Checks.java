package dev.gradlens.check;

import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.reference.ReferenceKernelsProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks every entry of every gradient, as strictly as the oracle allows. */
final class Checks {

    static final KernelsProvider REFERENCE = new ReferenceKernelsProvider();
    static final double TOLERANCE = Oracle.COMPLEX_STEP.tolerance();

    private Checks() {}

    static CheckReport exact(Setup setup) {
        return of(setup, by(BackwardRule.EXACT));
    }

    static CheckReport of(Setup setup, Backward backward) {
        return of(setup, backward, REFERENCE);
    }

    static CheckReport of(Setup setup, Backward backward, KernelsProvider provider) {
        return of(setup, backward, Sampling.everything(), provider);
    }

    static CheckReport of(Setup setup, Backward backward, Sampling sampling, KernelsProvider provider) {
        return of(Method.of(Oracle.COMPLEX_STEP), setup, backward, sampling, provider);
    }

    /** By another oracle, as strictly as it allows. */
    static CheckReport of(Oracle oracle, Setup setup, Backward backward) {
        return of(Method.of(oracle), setup, backward, Sampling.everything(), REFERENCE);
    }

    static CheckReport of(Method method, Setup setup, Backward backward, Sampling sampling, KernelsProvider provider) {
        GradientCheck check =
                new GradientCheck(method, Targets.ALL, method.oracle().tolerance(), sampling, Set.of());
        return check.run(subject(setup, backward, provider), node -> 1, provider);
    }

    static Subject subject(Setup setup, Backward backward, KernelsProvider provider) {
        try (Kernels kernels = provider.open()) {
            Network network = setup.on(kernels);
            Tape tape = setup.forward(network);
            return Subject.of(setup, network, tape, backward, Observability.of(network, tape));
        }
    }

    static Backward by(BackwardRule rule) {
        return (network, tape) -> Gradients.byNode(network.backward(tape, rule));
    }

    /** Whose gradient fails. */
    static List<Node> failed(CheckReport report) {
        return report.tensors().stream()
                .filter(tensor -> tensor.verdict() == Verdict.FAIL)
                .map(TensorReport::node)
                .toList();
    }

    /** The largest entry that any tensor shows. */
    static double largest(CheckReport report) {
        return report.tensors().stream()
                .flatMap(tensor -> tensor.worst().stream())
                .mapToDouble(Entry::larger)
                .max()
                .orElse(0);
    }

    /** How many entries are neither right nor wrong, those that are zero on both sides apart. */
    static long undecided(TensorReport tensor) {
        return tensor.inconclusive().entrySet().stream()
                .filter(reason -> reason.getKey() != Reason.BOTH_ZERO)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    static TensorReport tensor(CheckReport report, Node node) {
        return report.tensors().stream()
                .filter(tensor -> tensor.node().equals(node))
                .findFirst()
                .orElseThrow();
    }
}
