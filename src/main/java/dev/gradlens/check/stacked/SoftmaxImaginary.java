package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * The imaginary parts of a softmax: 1/(1 + rest) of the largest logit, and the exponential of each, beside that of the largest,
 * times it.
 */
final class SoftmaxImaginary implements StackedActivation {
    private final Workspace workspace;
    private final Logits logits;
    private final double[] ofLargest;
    private final double[] rest;

    SoftmaxImaginary(Workspace workspace, double[] argument, int units) {
        this.workspace = workspace;
        this.logits = new Logits(workspace, argument, units);
        this.ofLargest = workspace.spread(logits::ofLargest);
        this.rest = workspace.scratch(1);
    }

    @Override
    public boolean mixesUnits() {
        return true;
    }

    @Override
    public void apply(Moved moved) {
        int n = workspace.size();
        double[] ofTheLargest = logits.moveOfLargest(moved);
        Arrays.fill(rest, 0, n, 0);
        for (int u = 0; u < logits.units(); u++) {
            double[] im = moved.units()[u];
            Lanes.subtract(im, ofTheLargest, n);
            Lanes.multiply(im, im, logits.exponential(u), n);
            Lanes.add(rest, im, n);
        }
        for (int i = 0; i < n; i++) {
            rest[i] = -rest[i] * ofLargest[i] * ofLargest[i]; // of 1/(1 + rest)
        }
        for (int u = 0; u < logits.units(); u++) {
            times(moved.units()[u], logits.exponential(u), ofLargest, rest, n);
        }
    }

    /** (re + i·im)·(ofLargest + i·imOfLargest). */
    private static void times(double[] im, double[] re, double[] ofLargest, double[] imOfLargest, int n) {
        for (int i = 0; i < n; i++) {
            im[i] = im[i] * ofLargest[i] + re[i] * imOfLargest[i];
        }
    }
}
