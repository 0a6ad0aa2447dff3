package dev.gradlens.network.training;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;

/**
 * A network on its way down, step by step: the gradients over some examples, then the move. Each call of {@link #gradients} is
 * followed by one of {@link #move}. Belongs to one thread.
 */
public sealed interface Trainer extends AutoCloseable permits PlannedTrainer, ReadableTrainer {

    /** A step in one. */
    default double step(int[] examples, double learningRate) {
        double cost = gradients(examples);
        move(learningRate);
        return cost;
    }

    /**
     * The first half of a step: forward and backward over some examples, and the running statistics move towards the batch's.
     *
     * @param examples rows of the data, at least one and at most as many as was planned; one may come twice
     * @return J over these examples before the move, NaN or infinite where it is
     */
    double gradients(int[] examples);

    /**
     * The root of the sum of the squares of all that the gradients of what is learned consist of.
     *
     * @throws IllegalStateException if the plan is not watched
     */
    double gradientNorm();

    /**
     * Multiplies all gradients before they move anything.
     *
     * @throws IllegalStateException if the plan is not watched
     */
    void scaleGradients(double factor);

    /**
     * The second half of a step: every parameter moves against its gradient.
     *
     * @param learningRate η ≥ 0
     */
    void move(double learningRate);

    /** A copy of A of the last layer for the last batch, m×outputs: logits where the loss is of logits. Only after gradients. */
    Values output();

    /**
     * A copy of the gradients that are about to move the parameters, by the parameters' nodes; between the gradients and the
     * move.
     *
     * @throws IllegalStateException if the plan is not watched
     */
    Map<Node, Values> gradientsByNode();

    /** A copy of what has been learned so far, a layer each. */
    List<LayerParameters<Values>> parameters();

    /** A copy of all that it takes to go on from here, between a move and the next gradients. */
    TrainerState state();

    /** Frees what was planned. */
    @Override
    void close();
}
