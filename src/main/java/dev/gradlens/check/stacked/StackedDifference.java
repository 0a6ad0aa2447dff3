package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.stacked.DifferenceQuotients.Sided;
import dev.gradlens.network.Node;
import java.util.ArrayList;
import java.util.List;

/** Central differences, those of parameters in stacks. A J that is not finite is left to the plain ones. */
public final class StackedDifference implements Derivatives {
    /** Truncation is told by quotients by 2h. */
    private static final int WIDEST = 2;

    private final CentralDifference plain;
    private final ComplexNetwork network;
    private final Stacks stacks;

    /**
     * @param network of which the plain differences are
     * @param buffers for this network, which others may use too
     */
    public StackedDifference(CentralDifference plain, ComplexNetwork network, Buffers buffers) {
        this.plain = plain;
        this.network = network;
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
        Steps steps = Steps.of(plain, network, node, columns, indices);
        Sided[] quotients =
                new DifferenceQuotients(stacks, node.layer(), Place.of(node, columns, indices), steps, WIDEST).sided();
        List<Estimate> estimates = new ArrayList<>(indices.length);
        for (int k = 0; k < indices.length; k++) {
            Estimate estimate = estimate(quotients[k], steps.h()[k]);
            boolean isFinite = Double.isFinite(estimate.value() + estimate.uncertainty());
            estimates.add(isFinite ? estimate : plain.of(node, indices[k] / columns, indices[k] % columns));
        }
        return estimates;
    }

    /** As in the plain ones. */
    private Estimate estimate(Sided quotients, double h) {
        double truncation = Math.abs(quotients.wide() - quotients.held()) / 3;
        double kink = Math.abs(quotients.value() - quotients.held());
        return new Estimate(quotients.value(), truncation, plain.noise() / h, kink);
    }
}
