package dev.gradlens.check.oracle;

import dev.gradlens.network.Node;
import org.jspecify.annotations.Nullable;

/** Im J(x + ih)/h. */
public final class ComplexStep implements Derivatives {
    private final ComplexNetwork network;
    private final Scale scale;
    private final @Nullable StepSize step;

    /** With an h so short that nothing is truncated. */
    public ComplexStep(ComplexNetwork network) {
        this.network = network;
        this.scale = new Scale(network);
        this.step = null;
    }

    /** With an h that may be so long that the derivative is truncated. */
    public ComplexStep(ComplexNetwork network, StepSize step) {
        this.network = network;
        this.scale = new Scale(network);
        this.step = step;
    }

    @Override
    public Estimate of(Node node, int i, int j) {
        return step == null
                ? new Estimate(network.derivative(node, i, j), 0, 0, 0)
                : byStep(node, i, j, step.at(scale.of(node, i, j)));
    }

    /**
     * Truncation grows with h²: that of h is a third of the difference to 2h. What h makes of a derivative smaller than
     * this rounding is no normal number any more.
     */
    private Estimate byStep(Node node, int i, int j, double h) {
        double derivative = network.derivativeByStep(node, i, j, h);
        double wide = network.derivativeByStep(node, i, j, 2 * h);
        return new Estimate(derivative, Math.abs(wide - derivative) / 3, Double.MIN_NORMAL / h, 0);
    }
}
