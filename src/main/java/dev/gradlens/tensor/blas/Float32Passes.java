package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Precision;
import java.util.Arrays;

/**
 * Passes over floats in plain Java. A pass over a matrix goes row by row: each row's piece is copied to where
 * {@link Float32PassLoops} can work on it, which costs less than a loop that is not vectorized.
 */
class Float32Passes implements Passes<float[]> {
    /** Entries beside which waking another core costs nothing: some 100 µs of work. */
    private static final int SHARE = 1 << 18;

    /** Columns that one part of a pass takes at least, so that rows are read in long pieces. */
    private static final int COLUMNS = 256;

    /** The same where no other core takes a part: what Float32PassLoops works on still fits the first cache. */
    private static final int COLUMNS_ALONE = 1024;

    private static final int LINE = 64;

    private final Cores cores;
    private final Products products;

    Float32Passes(Cores cores) {
        this.cores = cores;
        this.products = new Products(cores);
    }

    @Override
    public final Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public final float[] allocate(int entries) {
        return new float[entries];
    }

    @Override
    public final float[] copyOf(double[] entries) {
        float[] copy = new float[entries.length];
        for (int at = 0; at < copy.length; at++) {
            copy[at] = (float) entries[at];
        }
        return copy;
    }

    @Override
    public final double[] toDoubles(float[] entries) {
        double[] copy = new double[entries.length];
        for (int at = 0; at < copy.length; at++) {
            copy[at] = entries[at];
        }
        return copy;
    }

    @Override
    public final void gather(float[] from, int columns, int[] rows, float[] to) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(from, rows[r] * columns, to, r * columns, columns);
        }
    }

    @Override
    public final void product(
            float[] a, boolean transposeA, float[] b, boolean transposeB, double keep, float[] c, int m, int n, int k) {
        products.multiply(a, transposeA, b, transposeB, (float) keep, c, m, n, k);
    }

    @Override
    public final void addRow(float[] matrix, float[] row, int m, int n) {
        float[] x = new float[n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(matrix, i * n, x, 0, n);
            Float32PassLoops.add(x, row, n);
            System.arraycopy(x, 0, matrix, i * n, n);
        }
    }

    @Override
    public final void sumRows(float[] matrix, float[] row, int m, int n) {
        byColumns(m, n, (from, to) -> {
            float[] sum = new float[to - from];
            sumOfRows(matrix, from, sum, m, n);
            System.arraycopy(sum, 0, row, from, sum.length);
        });
    }

    private static void sumOfRows(float[] matrix, int from, float[] sum, int m, int n) {
        int w = sum.length;
        pairs(matrix, from, new float[w], m, n, (x0, x1) -> Float32PassLoops.add(sum, x0, x1, w));
    }

    private static void deviationsOfRows(
            float[] matrix, int from, float[] mean, float[] sum, float[] squares, int m, int n) {
        int w = sum.length;
        pairs(matrix, from, mean, m, n, (x0, x1) -> Float32PassLoops.deviations(sum, squares, x0, x1, mean, w));
    }

    /**
     * Gives the rows' pieces two at a time.
     *
     * @param neutral what stands beside the last row where their number is odd, as long as a piece
     */
    private static void pairs(float[] matrix, int from, float[] neutral, int m, int n, Pair pair) {
        int w = neutral.length;
        float[] x0 = new float[w];
        float[] x1 = new float[w];
        for (int i = 0; i + 1 < m; i += 2) {
            System.arraycopy(matrix, i * n + from, x0, 0, w);
            System.arraycopy(matrix, (i + 1) * n + from, x1, 0, w);
            pair.take(x0, x1);
        }
        if (m % 2 == 1) {
            System.arraycopy(matrix, (m - 1) * n + from, x0, 0, w);
            pair.take(x0, neutral);
        }
    }

    private static void statistics(
            float[] z, ColumnStatistics<float[]> statistics, Denominator denominator, int from, int to, int m, int n) {
        int w = to - from;
        float[] mean = new float[w];
        sumOfRows(z, from, mean, m, n);
        Float32PassLoops.scale(mean, 1f / m, w);
        float[] sum = new float[w];
        float[] squares = new float[w];
        deviationsOfRows(z, from, mean, sum, squares, m, n);
        System.arraycopy(mean, 0, statistics.mean(), from, w);
        System.arraycopy(sum, 0, statistics.reciprocal(), from, w);
        System.arraycopy(squares, 0, statistics.slope(), from, w);
        finish(statistics, denominator, from, to, m);
    }

    /**
     * The statistics of columns, where the mean is a rounded one and the sum of the deviations from it and of their squares
     * stand where 1/s and the slope will: what the deviations still add up to corrects the mean, so that a large offset
     * costs no digits of what differs from it.
     */
    static void finish(ColumnStatistics<float[]> statistics, Denominator denominator, int from, int to, int m) {
        for (int j = from; j < to; j++) {
            double sum = statistics.reciprocal()[j];
            double correction = sum / m;
            double variance = (statistics.slope()[j] - correction * sum) / denominator.divisor();
            double notNegative = variance < 0 ? 0 : variance; // NaN stays
            statistics.mean()[j] = (float) (statistics.mean()[j] + correction);
            statistics.variance()[j] = (float) notNegative;
            statistics.reciprocal()[j] = (float) (1 / denominator.s(notNegative));
            statistics.slope()[j] = (float) denominator.slope(notNegative);
        }
    }

    @Override
    public final void normalize(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Denominator denominator,
            Scale<float[]> scale,
            float[] a,
            boolean rectified,
            int m,
            int n) {
        byColumns(m, n, (from, to) -> normalize(z, statistics, denominator, scale, a, rectified, from, to, m, n));
    }

    /** The columns from … to − 1. */
    void normalize(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Denominator denominator,
            Scale<float[]> scale,
            float[] a,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        statistics(z, statistics, denominator, from, to, m, n);
        int w = to - from;
        float[] mean = Arrays.copyOfRange(statistics.mean(), from, to);
        float[] beta = Arrays.copyOfRange(scale.beta(), from, to);
        float[] u = factor(statistics, scale, from, to);
        float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
        float[] x = new float[w];
        for (int i = 0; i < m; i++) {
            System.arraycopy(z, i * n + from, x, 0, w);
            Float32PassLoops.normalize(x, mean, u, beta, floor, w);
            System.arraycopy(x, 0, a, i * n + from, w);
        }
    }

    /** gamma/s. */
    static float[] factor(ColumnStatistics<float[]> statistics, Scale<float[]> scale, int from, int to) {
        float[] u = new float[to - from];
        for (int j = from; j < to; j++) {
            u[j - from] = scale.gamma()[j] * statistics.reciprocal()[j];
        }
        return u;
    }

    @Override
    public final void normalizeBackward(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Scale<float[]> scale,
            float[] d,
            Scale<float[]> gradients,
            float[] total,
            boolean rectified,
            int m,
            int n) {
        byColumns(
                m,
                n,
                (from, to) -> normalizeBackward(z, statistics, scale, d, gradients, total, rectified, from, to, m, n));
    }

    /** The columns from … to − 1. */
    void normalizeBackward(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Scale<float[]> scale,
            float[] d,
            Scale<float[]> gradients,
            float[] total,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        int w = to - from;
        float[] mean = Arrays.copyOfRange(statistics.mean(), from, to);
        float[] beta = Arrays.copyOfRange(scale.beta(), from, to);
        float[] u = factor(statistics, scale, from, to);
        float[] sum = new float[w];
        float[] along = new float[w];
        float[] x = new float[w];
        float[] y = new float[w];
        for (int i = 0; i < m; i++) {
            int at = i * n + from;
            System.arraycopy(z, at, x, 0, w);
            System.arraycopy(d, at, y, 0, w);
            if (rectified) {
                Float32PassLoops.mask(y, x, mean, u, beta, w);
                System.arraycopy(y, 0, d, at, w);
            }
            Float32PassLoops.sums(sum, along, y, x, mean, w);
        }
        finishBackward(statistics, gradients, sum, along, from, m);
        float[] added = new float[w];
        for (int i = 0; i < m; i++) {
            int at = i * n + from;
            System.arraycopy(z, at, x, 0, w);
            System.arraycopy(d, at, y, 0, w);
            Float32PassLoops.backward(added, y, x, mean, u, sum, along, w);
            System.arraycopy(y, 0, d, at, w);
        }
        System.arraycopy(added, 0, total, from, w);
    }

    /** The gradients of gamma and beta; then in place of the sums what each entry gets through the statistics. */
    static void finishBackward(
            ColumnStatistics<float[]> statistics,
            Scale<float[]> gradients,
            float[] sum,
            float[] along,
            int from,
            int m) {
        for (int j = 0; j < sum.length; j++) {
            gradients.beta()[from + j] = sum[j];
            gradients.gamma()[from + j] = along[j] * statistics.reciprocal()[from + j];
            sum[j] /= m;
            along[j] *= statistics.slope()[from + j];
        }
    }

    @Override
    public final void rectify(float[] z, float[] a, int entries) {
        System.arraycopy(z, 0, a, 0, entries);
        Float32PassLoops.rectify(a, entries);
    }

    @Override
    public final void rectifyBackward(float[] a, float[] d, int entries) {
        Float32PassLoops.mask(d, a, entries);
    }

    @Override
    public double softmaxCrossEntropy(float[] z, float[] y, float[] d, int m, int n) {
        double cost = 0;
        for (int i = 0; i < m; i++) {
            cost += Float32Softmax.row(z, y, d, i * n, n, 1f / m);
        }
        return cost / m;
    }

    @Override
    public final void addScaled(float[] to, double c, float[] from) {
        Float32PassLoops.addScaled(to, (float) c, from, to.length);
    }

    @Override
    public final void blend(float[] to, double keep, double take, float[] from) {
        Float32PassLoops.blend(to, (float) keep, (float) take, from, to.length);
    }

    @Override
    public final void scale(float[] entries, double c) {
        Float32PassLoops.scale(entries, (float) c, entries.length);
    }

    @Override
    public final void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    @Override
    public double sumOfSquares(float[] entries) {
        return Float32PassLoops.sumOfSquares(entries, entries.length);
    }

    @Override
    public double sumOfSquaredDifferences(float[] a, float[] b) {
        return Float32PassLoops.sumOfSquaredDifferences(a, b, a.length);
    }

    @Override
    public final void momentum(
            float[] w, float[] velocity, float[] g, double rate, double momentum, boolean looksAhead) {
        byRange(
                w.length,
                (from, to) ->
                        Float32Updates.momentum(w, velocity, g, (float) rate, (float) momentum, looksAhead, from, to));
    }

    @Override
    public final void adaptive(float[] w, float[] mean, float[] square, float[] g, Adaptive step) {
        byRange(w.length, (from, to) -> Float32Updates.adaptive(w, mean, square, g, step, from, to));
    }

    @Override
    public final void scaledByRoot(float[] w, float[] square, float[] g, double rate, double alpha, double epsilon) {
        byRange(
                w.length,
                (from, to) -> Float32Updates.scaledByRoot(
                        w, square, g, (float) rate, (float) alpha, (float) epsilon, from, to));
    }

    private interface Pair {
        void take(float[] x0, float[] x1);
    }

    /** A part of the columns, or of the entries: from … to − 1. */
    interface Range {
        void run(int from, int to);
    }

    private void byColumns(int m, int n, Range range) {
        int columns = cores.areSpare() ? COLUMNS : COLUMNS_ALONE;
        int parts = Math.clamp((long) m * n / SHARE, 1, Math.max(n / columns, 1));
        cores.run(parts, part -> range.run(start(n, parts, part), start(n, parts, part + 1)));
    }

    private void byRange(int length, Range range) {
        int parts = Math.max(length / SHARE, 1);
        cores.run(parts, part -> range.run(start(length, parts, part), start(length, parts, part + 1)));
    }

    /** Where a part begins: at a whole cache line of entries; the last one ends where the array ends. */
    private static int start(int length, int parts, int part) {
        int even = (int) ((long) length * part / parts);
        return part == parts ? length : even - even % LINE;
    }
}
