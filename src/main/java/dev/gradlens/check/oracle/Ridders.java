package dev.gradlens.check.oracle;

import dev.gradlens.check.oracle.MovedCost.Slope;
import dev.gradlens.network.Node;

/**
 * Central differences of h, h/2, h/4 …, extrapolated to h = 0. Row k of the tableau holds the difference of h/2ᵏ, and
 * behind it what is left when the terms in h², h⁴ … are taken out by the row above. The error is told by how far
 * neighbours lie apart; the entry with the smallest is taken.
 *
 * <p>Ridders, "Accurate computation of F′(x) and F′(x)F″(x)", Advances in Engineering Software 4, 1982.
 *
 * @param step the first h
 * @param noise how far rounding may move J
 */
public record Ridders(MovedCost cost, StepSize step, double noise) implements Derivatives {
    /** With eight rows the last h is a 128th of the first: rounding has by then outgrown what extrapolation gains. */
    private static final int ROWS = 8;

    /** How often the first h is halved at most so that no activation changes side within it: to a thousandth. */
    private static final int RETREATS = 10;

    @Override
    public Estimate of(Node node, int i, int j) {
        if (cost.isConstant(node, i, j)) {
            return new Estimate(0, 0, 0, 0);
        }
        double h = step.at(cost.scale(node, i, j));
        Slope first = cost.slope(node, i, j, h);
        for (int retreat = 0; retreat < RETREATS && isUnusable(first); retreat++) {
            h /= 2;
            first = cost.slope(node, i, j, h);
        }
        return extrapolated(node, i, j, h, first);
    }

    /** A kink lies within the step, or J ends there. */
    private static boolean isUnusable(Slope slope) {
        return slope.changedSide() || !Double.isFinite(slope.value());
    }

    private Estimate extrapolated(Node node, int i, int j, double firstStep, Slope first) {
        double[] above = {first.held()};
        Estimate best = new Estimate(first.held(), Double.POSITIVE_INFINITY, 0, 0);
        double h = firstStep;
        for (int row = 1; row < ROWS; row++) {
            h /= 2;
            double[] below = row(above, cost.slope(node, i, j, h).held());
            best = better(best, above, below, noise / h);
            above = below;
        }
        return new Estimate(
                best.value() + first.value() - first.held(), best.truncation(), best.rounding(), first.kink());
    }

    private static double[] row(double[] above, double slope) {
        double[] row = new double[above.length + 1];
        row[0] = slope;
        double factor = 1;
        for (int m = 1; m < row.length; m++) {
            factor *= 4; // the error of column m − 1 falls by 4ᵐ where h is halved
            row[m] = (factor * row[m - 1] - above[m - 1]) / (factor - 1);
        }
        return row;
    }

    /** The entry of this row that promises less than the best so far. */
    private static Estimate better(Estimate best, double[] above, double[] below, double rounding) {
        Estimate better = best;
        for (int m = 1; m < below.length; m++) {
            double apart = Math.max(Math.abs(below[m] - below[m - 1]), Math.abs(below[m] - above[m - 1]));
            if (apart + rounding < better.uncertainty()) {
                better = new Estimate(below[m], apart, rounding, 0);
            }
        }
        return better;
    }
}
