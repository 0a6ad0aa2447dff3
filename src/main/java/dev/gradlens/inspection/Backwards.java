package dev.gradlens.inspection;

import dev.gradlens.network.Gradients;
import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Values;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The backward passes behind one forward pass. Each is run, and copied out, when it is first asked for. */
final class Backwards {
    private final Network network;
    private final Tape tape;
    private final Map<BackwardRule, List<LayerGradients>> passes = new EnumMap<>(BackwardRule.class);
    private final Map<BackwardRule, Map<Node, Values>> values = new EnumMap<>(BackwardRule.class);

    Backwards(Network network, Tape tape) {
        this.network = network;
        this.tape = tape;
    }

    Network network() {
        return network;
    }

    Tape tape() {
        return tape;
    }

    /** The gradients of J by a rule, the first layer first. */
    List<LayerGradients> by(BackwardRule rule) {
        return passes.computeIfAbsent(rule, absent -> network.backward(tape, absent));
    }

    /** The same as plain numbers, by node. */
    Map<Node, Values> values(BackwardRule rule) {
        return values.computeIfAbsent(rule, absent -> Gradients.byNode(by(absent)));
    }
}
