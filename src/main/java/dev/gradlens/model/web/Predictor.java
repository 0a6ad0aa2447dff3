package dev.gradlens.model.web;

import dev.gradlens.model.ModelContent;
import dev.gradlens.network.Batch;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
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
        // J of the targets is computed beside the outputs and not looked at
        Values noTargets = Values.filled(x.rows(), model.spec().outputs(), 0);
        Setup setup = new Setup(model.spec(), model.parameters(), new Batch(x, noTargets), Mode.INFERENCE);
        try (Kernels kernels = provider.open(model.precision())) {
            return setup.forward(setup.on(kernels)).layers().getLast().a().values();
        }
    }
}
