package dev.gradlens.check.stacked;

import java.util.Arrays;

/**
 * In which columns an activation may have crossed its kink: the squares of how far arguments moved, beside how far they were from
 * their kinks, are added up over all units and examples. Below 1 none has.
 */
final class Crossings {
    private final Workspace workspace;
    private final double[] approach;
    private boolean hasRows;

    Crossings(Workspace workspace) {
        this.workspace = workspace;
        this.approach = workspace.buffers().take();
    }

    void clear() {
        Arrays.fill(approach, 0, hasRows ? workspace.size() : workspace.columns(), 0);
    }

    /** After a stack: adds up over the examples. */
    void sum() {
        if (hasRows) {
            Lanes.sumOverRows(approach, workspace.examples(), workspace.columns(), workspace.scratch(0), approach);
        }
    }

    /** Whether a column may have crossed one. */
    boolean mayHave(int column) {
        return !(approach[column] < 1);
    }

    OfLayer of(int l) {
        hasRows = true;
        return new OfLayer(approach, workspace.spreadAll(reciprocals(l), workspace.units(l)), workspace.size());
    }

    /** Of how far each argument is from its kink, m×units; NaN where it is held on the other side than it is on. */
    double[] reciprocals(int l) {
        double[] argument = workspace.run().argument(l);
        double[] reciprocals = new double[argument.length];
        for (int index = 0; index < argument.length; index++) {
            boolean isOnItsSide = workspace.run().isPositive(l, index) == argument[index] > 0;
            reciprocals[index] = isOnItsSide ? Math.min(1 / Math.abs(argument[index]), Double.MAX_VALUE) : Double.NaN;
        }
        return reciprocals;
    }

    /** The sums in the making of each column, as long as a stack lasts. */
    double[] approach() {
        return approach;
    }

    /**
     * Of one layer.
     *
     * @param reciprocals of the distances, for each unit; NaN where an argument is held on the other side than it is on
     */
    record OfLayer(double[] approach, double[][] reciprocals, int size) {

        void approach(int unit, double[] d) {
            approach(approach, d, reciprocals[unit], size);
        }

        private static void approach(double[] approach, double[] d, double[] reciprocal, int n) {
            for (int i = 0; i < n; i++) {
                double share = d[i] * reciprocal[i];
                approach[i] += share * share;
            }
        }
    }
}
