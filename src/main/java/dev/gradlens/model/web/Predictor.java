package dev.gradlens.model.web;

import dev.gradlens.model.ModelContent;
import dev.gradlens.network.training.Evaluation;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;

/** Computes what a model says, with running statistics. Safe for use by many threads. */
final class Predictor {
    private final KernelsProvider provider;

    Predictor(KernelsProvider provider) {
        this.provider = provider;
    }

    /**
     * A of the last layer, an example in each row.
     *
     * @param x as it enters the first layer, an example in each row
     */
    Values outputs(ModelContent model, Values x) {
        return new Evaluation(model.spec(), model.parameters(), model.precision(), provider).outputs(x);
    }
}
