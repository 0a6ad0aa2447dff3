package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * The imaginary part of a cross-entropy of a softmax, Σ y·(z of the largest − z + log(1 + rest)): that of exp(a + ib) is
 * exp(a)·sin b, and that of a logarithm the angle.
 */
final class CrossEntropyImaginary implements StackedLoss {
    private final Workspace workspace;
    private final Logits logits;
    private final double[][] y;
    private final double[] sumOfY;
    private final double[] ofLargest;
    private final double[] rest;
    private final double[] total;

    CrossEntropyImaginary(Workspace workspace, double[] logits, int units) {
        this.workspace = workspace;
        this.logits = new Logits(workspace, logits, units);
        this.y = workspace.spreadAll(workspace.y(), units);
        this.sumOfY = CrossEntropyDifference.sumOfY(workspace, units);
        this.ofLargest = workspace.spread(this.logits::ofLargest);
        this.rest = workspace.scratch(1);
        this.total = workspace.scratch(2);
    }

    @Override
    public boolean mixesUnits() {
        return true;
    }

    @Override
    public void costs(Moved moved, double[] costs) {
        int n = workspace.size();
        double[] ofTheLargest = logits.moveOfLargest(moved);
        Arrays.fill(rest, 0, n, 0);
        Arrays.fill(total, 0, n, 0);
        for (int u = 0; u < logits.units(); u++) {
            add(moved.units()[u], ofTheLargest, logits.exponential(u), y[u], rest, total, n);
        }
        finish(total, rest, ofLargest, sumOfY, n);
        Lanes.sumOverRows(total, workspace.examples(), workspace.columns(), rest, total);
        Lanes.scale(costs, 1.0 / workspace.examples(), total, workspace.columns());
    }

    private static void add(
            double[] im, double[] ofLargest, double[] exponential, double[] y, double[] rest, double[] total, int n) {
        for (int i = 0; i < n; i++) {
            double beside = im[i] - ofLargest[i];
            rest[i] += exponential[i] * beside;
            total[i] -= y[i] * beside;
        }
    }

    private static void finish(double[] total, double[] rest, double[] ofLargest, double[] sumOfY, int n) {
        for (int i = 0; i < n; i++) {
            total[i] += sumOfY[i] * (rest[i] * ofLargest[i]);
        }
    }
}
