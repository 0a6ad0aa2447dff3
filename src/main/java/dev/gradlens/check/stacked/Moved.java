package dev.gradlens.check.stacked;

import java.util.Arrays;

/** By how much the units of a layer have moved: those from {@code from} up to {@code to} in each column, the others not at all. */
final class Moved {
    private final int size;
    private double[][] units;
    private double[][] others;
    private int from;
    private int to;

    /**
     * @param width the most units of a layer
     */
    Moved(Buffers buffers, int size, int width) {
        this.size = size;
        this.units = buffers.take(width);
        this.others = buffers.take(width);
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
        for (int u = 0; u < count; u++) {
            multiplyBy(w, u * inputs, others[u]);
        }
        double[][] read = units;
        units = others;
        others = read;
        from = 0;
        to = count;
    }

    private void multiplyBy(double[] w, int row, double[] out) {
        int k = from + (to - from) % 4;
        if (k > from) {
            Lanes.scale(out, w[row + from], units[from], size);
            for (int single = from + 1; single < k; single++) {
                Lanes.addScaled(out, w[row + single], units[single], size);
            }
        } else {
            Lanes.combine(
                    out,
                    w[row + k],
                    units[k],
                    w[row + k + 1],
                    units[k + 1],
                    w[row + k + 2],
                    units[k + 2],
                    w[row + k + 3],
                    units[k + 3],
                    size);
            k += 4;
        }
        for (; k < to; k += 4) {
            Lanes.addScaled(
                    out,
                    w[row + k],
                    units[k],
                    w[row + k + 1],
                    units[k + 1],
                    w[row + k + 2],
                    units[k + 2],
                    w[row + k + 3],
                    units[k + 3],
                    size);
        }
    }
}
