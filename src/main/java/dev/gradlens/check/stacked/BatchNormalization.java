package dev.gradlens.check.stacked;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.normalization.Epsilon;
import java.util.Arrays;

/** A normalization of each unit over the batch: the statistics of a unit that has moved are computed anew in every column. */
final class BatchNormalization implements StackedNormalization {
    private final Workspace workspace;
    private final Arithmetic arithmetic;
    private final Denominator[] denominators;
    private final double[][] twiceCentred;
    private final double[][] zNorm;
    private final double[] gamma;
    private final double[] row;
    private final double[] half;
    private final double[] ofColumns;
    private final double[] dS;
    private final double[] reciprocal;
    private final double[] reciprocals;

    BatchNormalization(
            Workspace workspace,
            Arithmetic arithmetic,
            Epsilon epsilon,
            double divisor,
            Normalized known,
            double[] gamma) {
        this.workspace = workspace;
        this.arithmetic = arithmetic;
        this.gamma = gamma;
        this.twiceCentred = workspace.spreadAll(known.centred(), gamma.length);
        for (double[] feature : twiceCentred) {
            Lanes.scale(feature, 2, feature, workspace.size());
        }
        this.zNorm = workspace.spreadAll(known.zNorm(), gamma.length);
        this.denominators = new Denominator[gamma.length];
        for (int u = 0; u < gamma.length; u++) {
            double[] sigma2 = new double[workspace.columns()];
            Arrays.fill(sigma2, known.sigma2()[u]);
            denominators[u] = Denominator.of(sigma2, divisor, epsilon);
        }
        this.row = workspace.scratch(0);
        this.half = workspace.scratch(1);
        this.ofColumns = workspace.scratch(2);
        this.dS = workspace.scratch(3);
        this.reciprocal = workspace.scratch(4);
        this.reciprocals = workspace.scratch(5);
    }

    @Override
    public void centre(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            centre(moved.units()[u]);
        }
    }

    /** Beside the first example, so that of equal numbers nothing is left. */
    private void centre(double[] d) {
        int columns = workspace.columns();
        Lanes.repeat(d, workspace.examples(), columns, ofColumns);
        Lanes.subtract(d, ofColumns, workspace.size());
        Lanes.sumOverRows(d, workspace.examples(), columns, half, row);
        Lanes.scale(row, 1.0 / workspace.examples(), row, columns);
        Lanes.repeat(row, workspace.examples(), columns, ofColumns);
        Lanes.subtract(d, ofColumns, workspace.size());
    }

    @Override
    public void apply(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            normalize(moved.units()[u], u);
        }
    }

    private void normalize(double[] dc, int u) {
        int n = workspace.size();
        int columns = workspace.columns();
        Arrays.fill(dS, 0, n, 0);
        arithmetic.addSquares(dS, dc, twiceCentred[u], n);
        Lanes.sumOverRows(dS, workspace.examples(), columns, half, row);
        arithmetic.denominators(row, reciprocal, denominators[u], columns);
        Lanes.repeat(row, workspace.examples(), columns, dS);
        Lanes.repeat(reciprocal, workspace.examples(), columns, reciprocals);
        Lanes.normalize(dc, zNorm[u], dS, reciprocals, gamma[u], n);
    }
}
