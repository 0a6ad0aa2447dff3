package dev.gradlens.bench;

import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import java.util.List;

/** What an inspection computes: parameters and batch copied in, forward, and backward with every tensor kept. */
public final class Pass implements Runnable {
    private final KernelsProvider provider;
    private final Precision precision;
    private final Setup setup;

    /** On the kernels of this name, which are started here. */
    public Pass(String kernels, Precision precision, Sample sample) {
        this.provider = KernelsProviders.start(kernels);
        this.precision = precision;
        this.setup = sample.setup().rounded(precision);
    }

    /** One pass. */
    @Override
    public void run() {
        gradientOfFirstEntry();
    }

    /** One pass; the gradient of the first entry of X, which needs all of it. */
    double gradientOfFirstEntry() {
        try (Kernels k = provider.open(precision)) {
            Network network = setup.on(k);
            List<LayerGradients> gradients = network.backward(setup.forward(network), BackwardRule.EXACT);
            return gradients.getFirst().dAPrev().toArray()[0];
        }
    }
}
