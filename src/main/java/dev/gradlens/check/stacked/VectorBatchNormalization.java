package dev.gradlens.check.stacked;

import static jdk.incubator.vector.DoubleVector.fromArray;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What {@link BatchNormalization} makes of real differences, a vector of columns at a time: its sums stay in registers. */
final class VectorBatchNormalization implements StackedNormalization {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final int examples;
    private final int columns;
    private final Denominator denominators;
    private final double[] twiceCentred;
    private final double[] zNorm;
    private final double[] gamma;

    /**
     * @param denominators one for each unit
     */
    VectorBatchNormalization(Workspace workspace, Denominator denominators, Normalized known, double[] gamma) {
        this.examples = workspace.examples();
        this.columns = workspace.columns();
        this.denominators = denominators;
        this.gamma = gamma;
        this.twiceCentred = workspace.byUnits(known.centred(), gamma.length);
        Lanes.scale(twiceCentred, 2, twiceCentred, twiceCentred.length);
        this.zNorm = workspace.byUnits(known.zNorm(), gamma.length);
    }

    @Override
    public void centre(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            for (int p = 0; p < columns; p += SPECIES.length()) {
                centre(moved.units()[u], p);
            }
        }
    }

    /** Beside the first example, so that of equal numbers nothing is left. */
    private void centre(double[] d, int column) {
        int n = examples * columns;
        DoubleVector first = fromArray(SPECIES, d, column);
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int at = column; at < n; at += columns) {
            sum = fromArray(SPECIES, d, at).sub(first).add(sum);
        }
        DoubleVector mean = sum.mul(1.0 / examples);
        for (int at = column; at < n; at += columns) {
            fromArray(SPECIES, d, at).sub(first).sub(mean).intoArray(d, at);
        }
    }

    @Override
    public void apply(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            for (int p = 0; p < columns; p += SPECIES.length()) {
                normalize(moved.units()[u], u, p);
            }
        }
    }

    private void normalize(double[] dc, int u, int column) {
        int first = u * examples;
        DoubleVector squares = DoubleVector.zero(SPECIES);
        for (int i = 0; i < examples; i++) {
            DoubleVector d = fromArray(SPECIES, dc, column + i * columns);
            squares = d.add(twiceCentred[first + i]).mul(d).add(squares);
        }
        DoubleVector moves = squares.mul(1 / denominators.divisor());
        DoubleVector root =
                moves.add(denominators.sigma2()[u]).add(denominators.inside()).sqrt();
        DoubleVector both = root.add(denominators.root()[u]);
        DoubleVector dS = moves.div(both).blend(0, both.compare(VectorOperators.EQ, 0));
        DoubleVector reciprocal = DoubleVector.broadcast(SPECIES, 1).div(root.add(denominators.outside()));
        DoubleVector scale = reciprocal.mul(gamma[u]);
        for (int i = 0; i < examples; i++) {
            int at = column + i * columns;
            fromArray(SPECIES, dc, at).sub(dS.mul(zNorm[first + i])).mul(scale).intoArray(dc, at);
        }
    }
}
