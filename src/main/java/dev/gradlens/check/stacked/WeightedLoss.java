package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * A loss that adds up, over all entries, by how much they move times a weight: one that is linear, or for imaginary parts any
 * that does not mix the outputs.
 *
 * @param weights of each unit
 * @param scale of the sum
 * @param square what is added of the square of each move
 */
record WeightedLoss(Workspace workspace, double[][] weights, double scale, double square, double[] total, double[] half)
        implements StackedLoss {

    /**
     * @param weights m×units
     */
    static WeightedLoss of(Workspace workspace, double[] weights, double scale, double square) {
        int units = workspace.units(workspace.layers() - 1);
        return new WeightedLoss(
                workspace,
                workspace.spreadAll(weights, units),
                scale,
                square,
                workspace.scratch(0),
                workspace.scratch(1));
    }

    @Override
    public void costs(Moved moved, double[] costs) {
        int n = workspace.size();
        Arrays.fill(total, 0, n, 0);
        for (int u = moved.from(); u < moved.to(); u++) {
            add(total, moved.units()[u], weights[u], square, n);
        }
        Lanes.sumOverRows(total, workspace.examples(), workspace.columns(), half, total);
        Lanes.scale(costs, scale, total, workspace.columns());
    }

    private static void add(double[] total, double[] d, double[] weight, double square, int n) {
        for (int i = 0; i < n; i++) {
            total[i] += d[i] * (weight[i] + square * d[i]);
        }
    }
}
