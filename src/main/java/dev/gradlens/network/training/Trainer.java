package dev.gradlens.network.training;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Values;
import java.util.List;

/** A network on its way down. Belongs to one thread. */
public interface Trainer extends AutoCloseable {

    /**
     * One step: forward and backward over some examples, then every parameter moves against its gradient and the running
     * statistics towards the batch's.
     *
     * @param examples rows of the data, at least one and at most as many as was planned; one may come twice
     * @param learningRate η ≥ 0
     * @return J over these examples before the move, NaN or infinite where it is
     */
    double step(int[] examples, double learningRate);

    /** A copy of what has been learned so far, a layer each. */
    List<LayerParameters<Values>> parameters();

    /** Frees what was planned. */
    @Override
    void close();
}
