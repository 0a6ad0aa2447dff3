package dev.gradlens.check.oracle;

import dev.gradlens.check.oracle.MovedCost.Slope;
import dev.gradlens.network.Node;

/**
 * (J(x + h) − J(x − h))/2h.
 *
 * @param noise how far rounding may move J
 */
public record CentralDifference(MovedCost cost, StepSize step, double noise) implements Derivatives {

    /** Truncation grows with h²: that of h is a third of the difference to 2h. */
    @Override
    public Estimate of(Node node, int i, int j) {
        if (cost.isConstant(node, i, j)) {
            return new Estimate(0, 0, 0, 0);
        }
        double h = step.at(cost.scale(node, i, j));
        Slope slope = cost.slope(node, i, j, h);
        Slope wide = cost.slope(node, i, j, 2 * h);
        double truncation = Math.abs(wide.held() - slope.held()) / 3;
        return new Estimate(slope.value(), truncation, noise / h, slope.kink());
    }

    /** The h of each of many entries of a node, by their indices row by row. */
    public double[] steps(Node node, int columns, int[] indices) {
        double[] steps = step.isRelative() ? cost.scales(node, columns, indices) : new double[indices.length];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = step.at(steps[k]);
        }
        return steps;
    }
}
