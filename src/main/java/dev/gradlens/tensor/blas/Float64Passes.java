package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Precision;
import java.util.Arrays;

/**
 * Passes over doubles in plain Java. A pass over a matrix goes row by row: each row's piece is copied to where
 * {@link Float64PassLoops} can work on it, which costs less than a loop that is not vectorized.
 */
final class Float64Passes implements Passes<double[]> {
    /** Entries beside which waking another core costs nothing: some 100 µs of work. */
    private static final int SHARE = 1 << 17;

    /** Columns that one part of a pass takes at least, so that rows are read in long pieces. */
    private static final int COLUMNS = 256;

    /** The same where no other core takes a part: what Float64PassLoops works on still fits the first cache. */
    private static final int COLUMNS_ALONE = 512;

    private static final int LINE = 64;

    private final Cores cores;
    private final Products products;

    Float64Passes(Cores cores) {
        this.cores = cores;
        this.products = new Products(cores);
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public double[] allocate(int entries) {
        return new double[entries];
    }

    @Override
    public double[] copyOf(double[] entries) {
        return entries.clone();
    }

    @Override
    public double[] toDoubles(double[] entries) {
        return entries.clone();
    }

    @Override
    public void gather(double[] from, int columns, int[] rows, double[] to) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(from, rows[r] * columns, to, r * columns, columns);
        }
    }

    @Override
    public void product(
            double[] a,
            boolean transposeA,
            double[] b,
            boolean transposeB,
            double keep,
            double[] c,
            int m,
            int n,
            int k) {
        products.multiply(a, transposeA, b, transposeB, keep, c, m, n, k);
    }

    @Override
    public void addRow(double[] matrix, double[] row, int m, int n) {
        double[] x = new double[n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(matrix, i * n, x, 0, n);
            Float64PassLoops.add(x, row, n);
            System.arraycopy(x, 0, matrix, i * n, n);
        }
    }

    @Override
    public void sumRows(double[] matrix, double[] row, int m, int n) {
        byColumns(m, n, (from, to) -> {
            double[] sum = new double[to - from];
            sumOfRows(matrix, from, sum, m, n);
            System.arraycopy(sum, 0, row, from, sum.length);
        });
    }

    private static void sumOfRows(double[] matrix, int from, double[] sum, int m, int n) {
        int w = sum.length;
        pairs(matrix, from, new double[w], m, n, (x0, x1) -> Float64PassLoops.add(sum, x0, x1, w));
    }

    private static void deviationsOfRows(
            double[] matrix, int from, double[] mean, double[] sum, double[] squares, int m, int n) {
        int w = sum.length;
        pairs(matrix, from, mean, m, n, (x0, x1) -> Float64PassLoops.deviations(sum, squares, x0, x1, mean, w));
    }

    /**
     * Gives the rows' pieces two at a time.
     *
     * @param neutral what stands beside the last row where their number is odd, as long as a piece
     */
    private static void pairs(double[] matrix, int from, double[] neutral, int m, int n, Pair pair) {
        int w = neutral.length;
        double[] x0 = new double[w];
        double[] x1 = new double[w];
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
            double[] z,
            ColumnStatistics<double[]> statistics,
            Denominator denominator,
            int from,
            int to,
            int m,
            int n) {
        int w = to - from;
        double[] mean = new double[w];
        sumOfRows(z, from, mean, m, n);
        Float64PassLoops.scale(mean, 1.0 / m, w);
        double[] sum = new double[w];
        double[] squares = new double[w];
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
    private static void finish(
            ColumnStatistics<double[]> statistics, Denominator denominator, int from, int to, int m) {
        for (int j = from; j < to; j++) {
            double sum = statistics.reciprocal()[j];
            double correction = sum / m;
            double variance = (statistics.slope()[j] - correction * sum) / denominator.divisor();
            double notNegative = variance < 0 ? 0 : variance; // NaN stays
            statistics.mean()[j] = (statistics.mean()[j] + correction);
            statistics.variance()[j] = notNegative;
            statistics.reciprocal()[j] = (1 / denominator.s(notNegative));
            statistics.slope()[j] = denominator.slope(notNegative);
        }
    }

    @Override
    public void normalize(
            double[] z,
            ColumnStatistics<double[]> statistics,
            Denominator denominator,
            Scale<double[]> scale,
            double[] a,
            boolean rectified,
            int m,
            int n) {
        byColumns(m, n, (from, to) -> normalize(z, statistics, denominator, scale, a, rectified, from, to, m, n));
    }

    /** The columns from … to − 1. */
    private static void normalize(
            double[] z,
            ColumnStatistics<double[]> statistics,
            Denominator denominator,
            Scale<double[]> scale,
            double[] a,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        statistics(z, statistics, denominator, from, to, m, n);
        int w = to - from;
        double[] mean = Arrays.copyOfRange(statistics.mean(), from, to);
        double[] beta = Arrays.copyOfRange(scale.beta(), from, to);
        double[] u = factor(statistics, scale, from, to);
        double floor = rectified ? 0 : Double.NEGATIVE_INFINITY;
        double[] x = new double[w];
        for (int i = 0; i < m; i++) {
            System.arraycopy(z, i * n + from, x, 0, w);
            Float64PassLoops.normalize(x, mean, u, beta, floor, w);
            System.arraycopy(x, 0, a, i * n + from, w);
        }
    }

    /** gamma/s. */
    private static double[] factor(ColumnStatistics<double[]> statistics, Scale<double[]> scale, int from, int to) {
        double[] u = new double[to - from];
        for (int j = from; j < to; j++) {
            u[j - from] = scale.gamma()[j] * statistics.reciprocal()[j];
        }
        return u;
    }

    @Override
    public void normalizeBackward(
            double[] z,
            ColumnStatistics<double[]> statistics,
            Scale<double[]> scale,
            double[] d,
            Scale<double[]> gradients,
            double[] total,
            boolean rectified,
            int m,
            int n) {
        byColumns(
                m,
                n,
                (from, to) -> normalizeBackward(z, statistics, scale, d, gradients, total, rectified, from, to, m, n));
    }

    /** The columns from … to − 1. */
    private static void normalizeBackward(
            double[] z,
            ColumnStatistics<double[]> statistics,
            Scale<double[]> scale,
            double[] d,
            Scale<double[]> gradients,
            double[] total,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        int w = to - from;
        double[] mean = Arrays.copyOfRange(statistics.mean(), from, to);
        double[] beta = Arrays.copyOfRange(scale.beta(), from, to);
        double[] u = factor(statistics, scale, from, to);
        double[] sum = new double[w];
        double[] along = new double[w];
        double[] x = new double[w];
        double[] y = new double[w];
        for (int i = 0; i < m; i++) {
            int at = i * n + from;
            System.arraycopy(z, at, x, 0, w);
            System.arraycopy(d, at, y, 0, w);
            if (rectified) {
                Float64PassLoops.mask(y, x, mean, u, beta, w);
                System.arraycopy(y, 0, d, at, w);
            }
            Float64PassLoops.sums(sum, along, y, x, mean, w);
        }
        finishBackward(statistics, gradients, sum, along, from, m);
        double[] added = new double[w];
        for (int i = 0; i < m; i++) {
            int at = i * n + from;
            System.arraycopy(z, at, x, 0, w);
            System.arraycopy(d, at, y, 0, w);
            Float64PassLoops.backward(added, y, x, mean, u, sum, along, w);
            System.arraycopy(y, 0, d, at, w);
        }
        System.arraycopy(added, 0, total, from, w);
    }

    /** The gradients of gamma and beta; then in place of the sums what each entry gets through the statistics. */
    private static void finishBackward(
            ColumnStatistics<double[]> statistics,
            Scale<double[]> gradients,
            double[] sum,
            double[] along,
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
    public void rectify(double[] z, double[] a, int entries) {
        System.arraycopy(z, 0, a, 0, entries);
        Float64PassLoops.rectify(a, entries);
    }

    @Override
    public void rectifyBackward(double[] a, double[] d, int entries) {
        Float64PassLoops.mask(d, a, entries);
    }

    @Override
    public double softmaxCrossEntropy(double[] z, double[] y, double[] d, int m, int n) {
        double cost = 0;
        for (int i = 0; i < m; i++) {
            cost += Float64Softmax.row(z, y, d, i * n, n, 1.0 / m);
        }
        return cost / m;
    }

    @Override
    public void addScaled(double[] to, double c, double[] from) {
        Float64PassLoops.addScaled(to, c, from, to.length);
    }

    @Override
    public void blend(double[] to, double keep, double take, double[] from) {
        Float64PassLoops.blend(to, keep, take, from, to.length);
    }

    @Override
    public void scale(double[] entries, double c) {
        Float64PassLoops.scale(entries, c, entries.length);
    }

    @Override
    public void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    @Override
    public double sumOfSquares(double[] entries) {
        return Float64PassLoops.sumOfSquares(entries, entries.length);
    }

    @Override
    public double sumOfSquaredDifferences(double[] a, double[] b) {
        return Float64PassLoops.sumOfSquaredDifferences(a, b, a.length);
    }

    @Override
    public void momentum(double[] w, double[] velocity, double[] g, double rate, double momentum, boolean looksAhead) {
        byRange(w.length, (from, to) -> Float64Updates.momentum(w, velocity, g, rate, momentum, looksAhead, from, to));
    }

    @Override
    public void adaptive(double[] w, double[] mean, double[] square, double[] g, Adaptive step) {
        byRange(w.length, (from, to) -> Float64Updates.adaptive(w, mean, square, g, step, from, to));
    }

    @Override
    public void scaledByRoot(double[] w, double[] square, double[] g, double rate, double alpha, double epsilon) {
        byRange(w.length, (from, to) -> Float64Updates.scaledByRoot(w, square, g, rate, alpha, epsilon, from, to));
    }

    private interface Pair {
        void take(double[] x0, double[] x1);
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
