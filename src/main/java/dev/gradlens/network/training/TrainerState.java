package dev.gradlens.network.training;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.tensor.Values;
import java.util.Collections;
import java.util.List;

/**
 * All that the steps so far have left behind: whoever begins here goes on bit for bit as if nothing had happened. A double
 * holds a float exactly, so that this is so in either precision.
 *
 * @param parameters one for each layer, with the running statistics
 * @param memory what the optimizer remembers of each parameter that is learned, one for each layer
 * @param steps how many have been taken
 */
public record TrainerState(
        List<LayerParameters<Values>> parameters, List<LayerParameters<List<Values>>> memory, long steps) {
    public TrainerState {
        parameters = List.copyOf(parameters);
        memory = List.copyOf(memory);
    }

    /** Before the first step, when every memory is zero. */
    public static TrainerState beginning(List<LayerParameters<Values>> parameters, Optimizer optimizer) {
        List<LayerParameters<List<Values>>> memory = parameters.stream()
                .map(layer -> layer.learned().<List<Values>>map(tensor -> zeros(tensor, optimizer.memories())))
                .toList();
        return new TrainerState(parameters, memory, 0);
    }

    private static List<Values> zeros(Values like, int count) {
        return Collections.nCopies(count, Values.filled(like.rows(), like.columns(), 0));
    }
}
