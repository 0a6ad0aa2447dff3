package dev.gradlens.bench;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.oracle.CheckProgress;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.check.stacked.ParameterSweep;
import dev.gradlens.network.Gradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Values;
import java.util.Map;

/** A check of every parameter in doubles: forward, backward, every numeric derivative, and how far the two lie apart at most. */
public final class Sweep implements Runnable {
    private static final double STEP = 1e-6;

    private final KernelsProvider provider = KernelsProviders.start("blas");
    private final Setup setup;
    private final boolean isComplex;

    /** By complex step, or by central differences of 1e-6, as gradcheck takes them. */
    public Sweep(Sample sample, boolean isComplex) {
        this.setup = sample.setup();
        this.isComplex = isComplex;
    }

    /** One check. */
    @Override
    public void run() {
        double worst = worst();
        if (!(worst < 1e-6)) {
            throw new IllegalStateException("backward and the check are %s apart".formatted(worst));
        }
    }

    private double worst() {
        ParameterSweep sweep = new ParameterSweep(setup);
        Map<Node, Values> numeric = isComplex
                ? sweep.byComplexStep(CheckProgress.NONE)
                : sweep.byCentralDifference(StepSize.absolute(STEP), CheckProgress.NONE);
        Map<Node, Values> analytic = gradients();
        double worst = 0;
        for (Map.Entry<Node, Values> parameter : numeric.entrySet()) {
            double[] gradient = requireNonNull(analytic.get(parameter.getKey())).rowMajor();
            double[] found = parameter.getValue().rowMajor();
            for (int index = 0; index < found.length; index++) {
                worst = Math.max(worst, Math.abs(found[index] - gradient[index]));
            }
        }
        return worst;
    }

    private Map<Node, Values> gradients() {
        try (Kernels k = provider.open()) {
            Network network = setup.on(k);
            return Gradients.byNode(network.backward(setup.forward(network), BackwardRule.EXACT));
        }
    }
}
