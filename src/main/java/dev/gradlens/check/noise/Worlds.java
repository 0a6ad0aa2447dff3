package dev.gradlens.check.noise;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerTape;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The same forward and backward in several worlds that differ in their last places only, and how far apart they come out.
 */
public final class Worlds {
    /** Enough that a standard deviation estimated from them is below a third of the true one once in 10⁵ times. */
    public static final int COUNT = 8;

    private final List<List<Values>> arguments = new ArrayList<>();
    private final List<Map<Node, Values>> gradients = new ArrayList<>();
    private final double[] costs = new double[COUNT];

    /**
     * Runs them.
     *
     * @param backward the gradients of J that are on trial, from forward's tape
     */
    public Worlds(Setup setup, KernelsProvider provider, Backward backward, long seed) {
        for (int world = 0; world < COUNT; world++) {
            try (Kernels kernels = new NoisyKernels(provider.open(), new Jitter(seed * COUNT + world))) {
                Network network = setup.on(kernels);
                Tape tape = setup.forward(network);
                costs[world] = tape.cost();
                arguments.add(tape.layers().stream()
                        .map(LayerTape::argument)
                        .map(argument -> argument.values())
                        .toList());
                gradients.add(backward.gradients(network, tape));
            }
        }
    }

    /** A backward pass: the gradient of J by each node. */
    public interface Backward {
        Map<Node, Values> gradients(Network network, Tape tape);
    }

    /**
     * How far rounding moves J: a quarter of its root mean square distance from its mean, and a unit in its last place. A
     * world's noise is some 17 times that of rounding; of 6,600 difference quotients of random smooth networks 999 in 1,000
     * were off by less.
     */
    public double costSpread() {
        double mean = Arrays.stream(costs).average().orElse(0);
        double distance = 0;
        for (double cost : costs) {
            distance = Math.hypot(distance, cost - mean);
        }
        return distance / Math.sqrt(COUNT) / 4 + Math.ulp(mean);
    }

    /** How far rounding moves an entry of a gradient: its root mean square distance from what was computed. */
    public double gradientSpread(Node node, int index, double computed) {
        double distance = 0;
        for (Map<Node, Values> world : gradients) {
            distance = Math.hypot(distance, requireNonNull(world.get(node)).rowMajor()[index] - computed);
        }
        return distance / Math.sqrt(COUNT);
    }

    /** The same for the argument of a layer's activation. */
    public double argumentSpread(int layer, int index, double computed) {
        double distance = 0;
        for (List<Values> world : arguments) {
            distance = Math.hypot(distance, world.get(layer).rowMajor()[index] - computed);
        }
        return distance / Math.sqrt(COUNT);
    }
}
