package dev.gradlens.check.stacked;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** What {@link StraightActivation} does where a kink may be crossed, a vector of columns at a time. */
final class VectorStraightActivation implements StackedActivation {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final int examples;
    private final int columns;
    private final double[] slopes;
    private final double[] reciprocals;
    private final double[] approach;

    /**
     * @param slopes m×units
     * @param reciprocals of the distances from the kinks, m×units
     * @param approach the sums over the arguments of each column
     */
    VectorStraightActivation(Workspace workspace, int units, double[] slopes, double[] reciprocals, double[] approach) {
        this.examples = workspace.examples();
        this.columns = workspace.columns();
        this.slopes = workspace.byUnits(slopes, units);
        this.reciprocals = workspace.byUnits(reciprocals, units);
        this.approach = approach;
    }

    @Override
    public void apply(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            for (int p = 0; p < columns; p += SPECIES.length()) {
                apply(moved.units()[u], u * examples, p);
            }
        }
    }

    private void apply(double[] d, int first, int column) {
        DoubleVector squares = fromArray(SPECIES, approach, column);
        for (int i = 0; i < examples; i++) {
            int at = column + i * columns;
            DoubleVector argument = fromArray(SPECIES, d, at);
            DoubleVector share = argument.mul(reciprocals[first + i]);
            squares = share.mul(share).add(squares);
            argument.mul(slopes[first + i]).intoArray(d, at);
        }
        squares.intoArray(approach, column);
    }
}
