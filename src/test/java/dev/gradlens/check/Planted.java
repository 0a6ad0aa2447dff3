package dev.gradlens.check;

import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A backward that is right but for one gradient, which is computed by a formula of the test's own.
 *
 * @param node whose gradient it is
 * @param formula what is computed instead
 */
record Planted(Node node, Formula formula) implements Backward {

    /** A gradient from all that forward left and from the right gradients. */
    interface Formula {
        Values of(Network network, Tape tape, Map<Node, Values> exact);
    }

    @Override
    public Map<Node, Values> gradients(Network network, Tape tape) {
        Map<Node, Values> exact = Gradients.byNode(network.backward(tape, BackwardRule.EXACT));
        Map<Node, Values> planted = new LinkedHashMap<>(exact);
        planted.put(node, formula.of(network, tape, exact));
        return planted;
    }

    /** The right gradient with one entry multiplied. */
    static Planted entry(Node node, int index, double factor) {
        return new Planted(node, (network, tape, exact) -> {
            double[] entries = exact.get(node).rowMajor().clone();
            entries[index] *= factor;
            return new Values(exact.get(node).rows(), exact.get(node).columns(), entries);
        });
    }

    /** The right gradients, every entry multiplied. */
    static Backward scaled(double factor) {
        return (network, tape) -> {
            Map<Node, Values> scaled = new LinkedHashMap<>();
            Gradients.byNode(network.backward(tape, BackwardRule.EXACT))
                    .forEach((node, gradient) -> scaled.put(node, gradient.times(factor)));
            return scaled;
        };
    }
}
