package dev.gradlens.check.stacked;

import java.util.Arrays;

/** By how much the units of a layer have moved: those from {@code from} up to {@code to} in each column, the others not at all. */
final class Moved {
    private final int size;
    private final Products products;
    private double[][] units;
    private double[][] others;
    private int from;
    private int to;

    /**
     * @param width the most units of a layer
     */
    Moved(Workspace workspace, int width) {
        this.size = workspace.size();
        this.products = workspace.isOfVectors() ? new VectorProducts() : new PlainProducts();
        this.units = workspace.buffers().take(width);
        this.others = workspace.buffers().take(width);
    }

    double[][] units() {
        return units;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Nothing has moved but unit u, whose numbers are to be written. */
    double[] only(int u) {
        from = u;
        to = u + 1;
        Arrays.fill(units[u], 0, size, 0);
        return units[u];
    }

    /** All units count as moved from now on, those that have not by 0. */
    void spreadTo(int count) {
        for (int u = 0; u < count; u++) {
            if (u < from || u >= to) {
                Arrays.fill(units[u], 0, size, 0);
            }
        }
        from = 0;
        to = count;
    }

    /** The units behind a product with W: moved by W times what these have moved by. */
    void multiplyBy(double[] w, int inputs, int count) {
        products.multiply(w, inputs, units, from, to, others, count, size);
        double[][] read = units;
        units = others;
        others = read;
        from = 0;
        to = count;
    }
}
