package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.normalization.Epsilon;
import java.util.Arrays;

/** A normalization of each example over its units, all of which move as soon as one does. */
final class UnitNormalization implements StackedNormalization {
    private final Workspace workspace;
    private final Arithmetic arithmetic;
    private final Denominator denominator;
    private final double[][] twiceCentred;
    private final double[][] zNorm;
    private final double[] gamma;
    private final boolean hasMean;
    private final double[] sum;
    private final double[] reciprocal;

    /**
     * @param hasMean whether a mean is subtracted first
     */
    UnitNormalization(
            Workspace workspace,
            Arithmetic arithmetic,
            Epsilon epsilon,
            double divisor,
            Normalized known,
            double[] gamma,
            boolean hasMean) {
        this.workspace = workspace;
        this.arithmetic = arithmetic;
        this.gamma = gamma;
        this.hasMean = hasMean;
        this.denominator = Denominator.of(workspace.spread(i -> known.sigma2()[i]), divisor, epsilon);
        this.twiceCentred = workspace.spreadAll(known.centred(), gamma.length);
        for (double[] feature : twiceCentred) {
            Lanes.scale(feature, 2, feature, workspace.size());
        }
        this.zNorm = workspace.spreadAll(known.zNorm(), gamma.length);
        this.sum = workspace.scratch(0);
        this.reciprocal = workspace.scratch(1);
    }

    @Override
    public void apply(Moved moved) {
        moved.spreadTo(gamma.length);
        if (hasMean) {
            centre(moved.units());
        }
        normalize(moved.units());
    }

    /** Beside the first unit, so that of equal numbers nothing is left. */
    private void centre(double[][] d) {
        int n = workspace.size();
        System.arraycopy(d[0], 0, reciprocal, 0, n);
        Arrays.fill(sum, 0, n, 0);
        for (int u = 0; u < gamma.length; u++) {
            Lanes.subtract(d[u], reciprocal, n);
            Lanes.add(sum, d[u], n);
        }
        Lanes.scale(sum, 1.0 / gamma.length, sum, n);
        for (int u = 0; u < gamma.length; u++) {
            Lanes.subtract(d[u], sum, n);
        }
    }

    private void normalize(double[][] dc) {
        int n = workspace.size();
        Arrays.fill(sum, 0, n, 0);
        for (int u = 0; u < gamma.length; u++) {
            arithmetic.addSquares(sum, dc[u], twiceCentred[u], n);
        }
        arithmetic.denominators(sum, reciprocal, denominator, n);
        for (int u = 0; u < gamma.length; u++) {
            Lanes.normalize(dc[u], zNorm[u], sum, reciprocal, gamma[u], n);
        }
    }
}
