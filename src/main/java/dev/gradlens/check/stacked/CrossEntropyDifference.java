package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * By how much the cross-entropy of a softmax moves. With d beside the largest logit's, and e = exp(z) beside the largest one's,
 *
 * <pre>
 * log Σ e·exp(d) − log Σ e  =  log(1 + Σ e·(exp(d) − 1)/Σ e)
 * </pre>
 *
 * from which nothing is subtracted that is larger than what is left. Where every d is small, exp(d) − 1 and log(1 + x) are
 * their series.
 */
final class CrossEntropyDifference implements StackedLoss {
    /** Up to here the terms of the two series that are left out are below half a unit in the last place. */
    static final double SMALL = 0x1p-8;

    private final Workspace workspace;
    private final Logits logits;
    private final double[][] y;
    private final double[] sumOfY;
    private final double[] ofLargest;
    private final double[] grown;
    private final double[] total;
    private final double[] squares;
    private final double[] half;

    CrossEntropyDifference(Workspace workspace, double[] logits, int units) {
        this.workspace = workspace;
        this.logits = new Logits(workspace, logits, units);
        this.y = workspace.spreadAll(workspace.y(), units);
        this.sumOfY = sumOfY(workspace, units);
        this.ofLargest = workspace.spread(this.logits::ofLargest);
        this.grown = workspace.scratch(1);
        this.total = workspace.scratch(2);
        this.squares = workspace.scratch(3);
        this.half = workspace.scratch(4);
    }

    static double[] sumOfY(Workspace workspace, int units) {
        return workspace.spread(i -> sumOfY(workspace.y(), i, units));
    }

    /** Of one example. */
    static double sumOfY(double[] y, int example, int units) {
        return Arrays.stream(y, example * units, (example + 1) * units).sum();
    }

    @Override
    public boolean mixesUnits() {
        return true;
    }

    @Override
    public void costs(Moved moved, double[] costs) {
        int n = workspace.size();
        double[] ofTheLargest = logits.moveOfLargest(moved);
        Arrays.fill(grown, 0, n, 0);
        Arrays.fill(total, 0, n, 0);
        Arrays.fill(squares, 0, n, 0);
        for (int u = 0; u < logits.units(); u++) {
            add(moved.units()[u], ofTheLargest, logits.exponential(u), y[u], grown, total, squares, n);
        }
        Lanes.sumOverRows(squares, workspace.examples(), workspace.columns(), half, squares);
        if (isSmall(squares, workspace.columns())) {
            finish(total, grown, ofLargest, sumOfY, n);
        } else {
            costsOfLargeMoves(moved, ofTheLargest);
        }
        Lanes.sumOverRows(total, workspace.examples(), workspace.columns(), half, total);
        Lanes.scale(costs, 1.0 / workspace.examples(), total, workspace.columns());
    }

    private static void add(
            double[] d,
            double[] ofLargest,
            double[] exponential,
            double[] y,
            double[] grown,
            double[] total,
            double[] squares,
            int n) {
        for (int i = 0; i < n; i++) {
            double beside = d[i] - ofLargest[i];
            double square = beside * beside;
            double odd = 1.0 / 6 + square * (1.0 / 120);
            double even = 0.5 + square * (1.0 / 24 + square * (1.0 / 720));
            grown[i] += exponential[i] * (beside + square * (even + beside * odd));
            total[i] -= y[i] * beside;
            squares[i] += square;
        }
    }

    /** Whether every sum of squares is below the square of what is small; not, if one is NaN. */
    private static boolean isSmall(double[] squares, int n) {
        boolean small = true;
        for (int i = 0; i < n; i++) {
            small &= squares[i] < SMALL * SMALL;
        }
        return small;
    }

    private static void finish(double[] total, double[] grown, double[] ofLargest, double[] sumOfY, int n) {
        for (int i = 0; i < n; i++) {
            double x = grown[i] * ofLargest[i];
            double square = x * x;
            double even = 0.5 + square * (1.0 / 4 + square * (1.0 / 6));
            double odd = 1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7));
            total[i] += sumOfY[i] * (x - square * (even - x * odd));
        }
    }

    private void costsOfLargeMoves(Moved moved, double[] ofTheLargest) {
        int n = workspace.size();
        Arrays.fill(grown, 0, n, 0);
        for (int u = 0; u < logits.units(); u++) {
            double[] d = moved.units()[u];
            double[] exponential = logits.exponential(u);
            for (int i = 0; i < n; i++) {
                grown[i] += exponential[i] * Math.expm1(d[i] - ofTheLargest[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            total[i] += sumOfY[i] * Math.log1p(grown[i] * ofLargest[i]);
        }
    }
}
