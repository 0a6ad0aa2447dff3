package dev.gradlens.check.stacked;

import static jdk.incubator.vector.DoubleVector.fromArray;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CrossEntropyDifference} tells where every move is small, a vector of columns at a time: its sums stay in
 * registers. Where one is not small, that one is asked.
 */
final class VectorCrossEntropy implements StackedLoss {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final double SMALL = CrossEntropyDifference.SMALL;

    private static final DoubleVector EVEN_0 = DoubleVector.broadcast(SPECIES, 0.5);
    private static final DoubleVector EVEN_1 = DoubleVector.broadcast(SPECIES, 1.0 / 24);
    private static final DoubleVector EVEN_2 = DoubleVector.broadcast(SPECIES, 1.0 / 720);
    private static final DoubleVector ODD_1 = DoubleVector.broadcast(SPECIES, 1.0 / 6);
    private static final DoubleVector ODD_2 = DoubleVector.broadcast(SPECIES, 1.0 / 120);

    private final Workspace workspace;
    private final double[] logits;
    private final int units;
    private final LargestLogits largest;
    private final double[] y;
    private final double[] sumOfY;
    private @Nullable StackedLoss ofAnyMoves;

    VectorCrossEntropy(Workspace workspace, double[] logits, int units) {
        this.workspace = workspace;
        this.logits = logits;
        this.units = units;
        this.largest = LargestLogits.of(logits, units);
        this.y = workspace.y();
        this.sumOfY = new double[workspace.examples()];
        Arrays.setAll(sumOfY, i -> CrossEntropyDifference.sumOfY(y, i, units));
    }

    @Override
    public boolean mixesUnits() {
        return true;
    }

    @Override
    public void costs(Moved moved, double[] costs) {
        boolean areSmall = true;
        for (int p = 0; p < workspace.columns() && areSmall; p += SPECIES.length()) {
            areSmall = areSmall(moved.units(), p, costs);
        }
        if (!areSmall) {
            ofAnyMoves().costs(moved, costs);
        }
    }

    private StackedLoss ofAnyMoves() {
        if (ofAnyMoves == null) {
            ofAnyMoves = new CrossEntropyDifference(workspace, logits, units);
        }
        return ofAnyMoves;
    }

    /** Writes the costs of a vector of columns, which hold if this is true. */
    private boolean areSmall(double[][] d, int column, double[] costs) {
        DoubleVector total = DoubleVector.zero(SPECIES);
        DoubleVector squares = DoubleVector.zero(SPECIES);
        for (int i = 0; i < workspace.examples(); i++) {
            int at = column + i * workspace.columns();
            DoubleVector ofLargest = fromArray(SPECIES, d[largest.unit()[i]], at);
            DoubleVector grown = DoubleVector.zero(SPECIES);
            for (int u = 0; u < units; u++) {
                DoubleVector beside = fromArray(SPECIES, d[u], at).sub(ofLargest);
                DoubleVector square = beside.mul(beside);
                DoubleVector odd = square.fma(ODD_2, ODD_1);
                DoubleVector even = square.fma(EVEN_2, EVEN_1).fma(square, EVEN_0);
                DoubleVector growth = beside.fma(odd, even).fma(square, beside);
                grown = growth.fma(DoubleVector.broadcast(SPECIES, largest.exponentials()[i * units + u]), grown);
                total = beside.fma(DoubleVector.broadcast(SPECIES, -y[i * units + u]), total);
                squares = squares.add(square);
            }
            DoubleVector x = grown.mul(largest.ofLargest()[i]);
            DoubleVector square = x.mul(x);
            DoubleVector even = square.mul(1.0 / 6).add(1.0 / 4).mul(square).add(0.5);
            DoubleVector odd = square.mul(1.0 / 7).add(1.0 / 5).mul(square).add(1.0 / 3);
            DoubleVector logarithm = x.sub(even.sub(x.mul(odd)).mul(square));
            total = logarithm.mul(sumOfY[i]).add(total);
        }
        total.mul(1.0 / workspace.examples()).intoArray(costs, column);
        return squares.compare(VectorOperators.LT, SMALL * SMALL).allTrue();
    }
}
