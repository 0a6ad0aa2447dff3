package dev.gradlens.check.stacked;

/** Products of which each unit is added up in memory, from four others at a time. */
final class PlainProducts implements Products {

    @Override
    public void multiply(double[] w, int inputs, double[][] units, int from, int to, double[][] out, int count, int n) {
        for (int u = 0; u < count; u++) {
            multiply(w, u * inputs, units, from, to, out[u], n);
        }
    }

    private static void multiply(double[] w, int row, double[][] units, int from, int to, double[] out, int n) {
        int k = from + (to - from) % 4;
        if (k > from) {
            Lanes.scale(out, w[row + from], units[from], n);
            for (int single = from + 1; single < k; single++) {
                Lanes.addScaled(out, w[row + single], units[single], n);
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
                    n);
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
                    n);
        }
    }
}
