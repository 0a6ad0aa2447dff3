package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.ComplexStep;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.network.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Complex steps so short that nothing is truncated, those of parameters in stacks. An imaginary part that is not finite is left
 * to the plain ones.
 */
public final class StackedComplexStep implements Derivatives {
    private final ComplexNetwork network;
    private final ComplexStep plain;
    private final Stacks stacks;

    /**
     * With the step of the network.
     *
     * @param buffers for this network, which others may use too
     */
    public StackedComplexStep(ComplexNetwork network, Buffers buffers) {
        this.network = network;
        this.plain = new ComplexStep(network);
        this.stacks = new Stacks(network.known(), buffers);
    }

    @Override
    public Estimate of(Node node, int i, int j) {
        return plain.of(node, i, j);
    }

    @Override
    public List<Estimate> of(Node node, int columns, int[] indices) {
        if (!node.kind().isParameter() || indices.length == 0 || !stacks.isUsable()) {
            return plain.of(node, columns, indices);
        }
        double[] steps = new double[indices.length];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = network.step(node, indices[k] / columns, indices[k] % columns);
        }
        double[] imaginary = stacks.run(node.layer(), Place.of(node, columns, indices), steps, ImaginaryParts::new)
                .costs();
        List<Estimate> estimates = new ArrayList<>(indices.length);
        for (int k = 0; k < steps.length; k++) {
            double derivative = imaginary[k] / steps[k];
            estimates.add(
                    Double.isFinite(derivative)
                            ? new Estimate(derivative, 0, 0, 0)
                            : plain.of(node, indices[k] / columns, indices[k] % columns));
        }
        return estimates;
    }
}
