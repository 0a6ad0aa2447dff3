package dev.gradlens.check;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.noise.Worlds.Backward;
import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gradients on trial.
 *
 * @param setup of what J is a function
 * @param arguments what the activation of each layer was applied to
 * @param gradients of J, by node, computed in float64
 * @param backward how they were computed, so that it can be done again where rounding differs
 * @param observability where J is blind
 * @param single the same gradients computed in float32, if those are what is shown
 */
public record Subject(
        Setup setup,
        List<Values> arguments,
        Map<Node, Values> gradients,
        Backward backward,
        Observability observability,
        Optional<Map<Node, Values>> single) {

    /** From a forward pass that has been run in float64. */
    public static Subject of(Setup setup, Network network, Tape tape, Backward backward, Observability observability) {
        List<Values> arguments = tape.layers().stream()
                .map(LayerTape::argument)
                .map(Matrix::values)
                .toList();
        Map<Node, Values> gradients = backward.gradients(network, tape);
        return new Subject(setup, arguments, gradients, backward, Observability.of(network, tape), Optional.empty());
    }

    /** The same where gradients are shown that were computed in float32. */
    public Subject showing(Map<Node, Values> computedInSinglePrecision) {
        return new Subject(
                setup, arguments, gradients, backward, observability, Optional.of(computedInSinglePrecision));
    }

    boolean isInSinglePrecision() {
        return single.isPresent();
    }

    /** The gradient that is shown. */
    Values shown(Node node) {
        return requireNonNull(single.orElse(gradients).get(node));
    }

    Values gradient(Node node) {
        return requireNonNull(gradients.get(node));
    }

    /** The largest finite |entry| of a gradient. */
    static double largest(Values gradient) {
        double largest = 0;
        for (double entry : gradient.rowMajor()) {
            largest = Double.isFinite(entry) ? Math.max(largest, Math.abs(entry)) : largest;
        }
        return largest;
    }
}
