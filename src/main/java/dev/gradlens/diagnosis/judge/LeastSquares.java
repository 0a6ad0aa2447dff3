package dev.gradlens.diagnosis.judge;

/**
 * The a, b, c for which y = a·u + b·v + c·w holds best, by Gram and Schmidt, twice so that it stays orthogonal; a
 * column that depends on those before it gets 0.
 *
 * @param coefficients a, b, c
 * @param uncertainties how far each moves where every y may be off by 1; infinite where the column tells nothing
 */
record LeastSquares(double[] coefficients, double[] uncertainties) {

    static LeastSquares of(double[][] columns, double[] y) {
        int n = columns.length;
        double[][] q = new double[n][];
        double[][] r = new double[n][n];
        for (int j = 0; j < n; j++) {
            q[j] = columns[j].clone();
            for (int twice = 0; twice < 2; twice++) {
                orthogonalize(q, r, j);
            }
            r[j][j] = norm(q[j]);
            boolean isDependent = r[j][j] <= 1e-12 * norm(columns[j]);
            r[j][j] = isDependent ? 0 : r[j][j];
            scale(q[j], isDependent ? 0 : 1 / r[j][j]);
        }
        double[] projected = new double[n];
        for (int j = 0; j < n; j++) {
            projected[j] = dot(q[j], y);
        }
        return new LeastSquares(solved(r, projected), uncertainties(r));
    }

    private static void orthogonalize(double[][] q, double[][] r, int j) {
        for (int i = 0; i < j; i++) {
            double along = dot(q[i], q[j]);
            r[i][j] += along;
            for (int e = 0; e < q[j].length; e++) {
                q[j][e] -= along * q[i][e];
            }
        }
    }

    private static double[] solved(double[][] r, double[] right) {
        int n = right.length;
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = right[i];
            for (int j = i + 1; j < n; j++) {
                rest -= r[i][j] * x[j];
            }
            x[i] = r[i][i] == 0 ? 0 : rest / r[i][i];
        }
        return x;
    }

    /** The root of the diagonal of (RᵀR)⁻¹. */
    private static double[] uncertainties(double[][] r) {
        int n = r.length;
        double[] sums = new double[n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            double[] column = solved(r, unit);
            for (int i = 0; i < n; i++) {
                sums[i] += column[i] * column[i];
            }
        }
        for (int i = 0; i < n; i++) {
            sums[i] = r[i][i] == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(sums[i]);
        }
        return sums;
    }

    private static void scale(double[] a, double c) {
        for (int e = 0; e < a.length; e++) {
            a[e] *= c;
        }
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double dot(double[] a, double[] b) {
        double dot = 0;
        for (int e = 0; e < a.length; e++) {
            dot += a[e] * b[e];
        }
        return dot;
    }
}
