package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * By how much the binary cross-entropy of logits moves: y·softplus(−z) + (1 − y)·softplus(z).
 *
 * @param logits m×units
 */
record BinaryDifference(Workspace workspace, double[] logits, int units) implements StackedLoss {

    @Override
    public void costs(Moved moved, double[] costs) {
        Arrays.fill(costs, 0, workspace.columns(), 0);
        for (int u = moved.from(); u < moved.to(); u++) {
            for (int i = 0; i < workspace.examples(); i++) {
                double y = workspace.y()[i * units + u];
                add(costs, y, -logits[i * units + u], -1, moved.units()[u], i * workspace.columns());
                add(costs, 1 - y, logits[i * units + u], 1, moved.units()[u], i * workspace.columns());
            }
        }
        for (int p = 0; p < workspace.columns(); p++) {
            costs[p] /= workspace.examples();
        }
    }

    private void add(double[] costs, double weight, double z, double sign, double[] d, int first) {
        double known = Curve.softplus(z);
        for (int p = 0; p < workspace.columns() && weight != 0; p++) {
            costs[p] += weight * (Curve.softplus(z + sign * d[first + p]) - known);
        }
    }
}
