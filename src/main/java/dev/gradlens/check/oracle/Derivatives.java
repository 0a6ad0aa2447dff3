package dev.gradlens.check.oracle;

import dev.gradlens.network.Node;
import dev.gradlens.tensor.Interruption;
import java.util.ArrayList;
import java.util.List;

/** Derivatives of J by single entries, each with what its error may be. */
public interface Derivatives {

    /** The derivative by entry (i, j) of a node. */
    Estimate of(Node node, int i, int j);

    /**
     * The derivatives by many entries of a node, one after the other unless they can be had cheaper together.
     *
     * @param columns of the node's tensor
     * @param indices of the entries, row by row
     */
    default List<Estimate> of(Node node, int columns, int[] indices) {
        List<Estimate> estimates = new ArrayList<>(indices.length);
        for (int index : indices) {
            Interruption.check();
            estimates.add(of(node, index / columns, index % columns));
        }
        return estimates;
    }

    /**
     * A derivative; NaN where J is not real at one of the points.
     *
     * @param truncation how far the length of the step may have moved it
     * @param rounding how far the rounding of J may have moved it
     * @param kink how far activations moved it that changed side within the step
     */
    record Estimate(double value, double truncation, double rounding, double kink) {

        /** How far all of it may have moved it. */
        public double uncertainty() {
            return truncation + rounding + kink;
        }
    }
}
