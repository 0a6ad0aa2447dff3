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

/**
 * The gradients on trial.
 *
 * @param setup of what J is a function
 * @param arguments what the activation of each layer was applied to
 * @param gradients of J, by node
 * @param backward how they were computed, so that it can be done again where rounding differs
 */
public record Subject(Setup setup, List<Values> arguments, Map<Node, Values> gradients, Backward backward) {

    /** From a forward pass that has been run. */
    public static Subject of(Setup setup, Network network, Tape tape, Backward backward) {
        List<Values> arguments = tape.layers().stream()
                .map(LayerTape::argument)
                .map(Matrix::values)
                .toList();
        return new Subject(setup, arguments, backward.gradients(network, tape), backward);
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
