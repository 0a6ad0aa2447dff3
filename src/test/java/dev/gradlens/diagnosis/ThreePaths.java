package dev.gradlens.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Fit.Coefficient;
import dev.gradlens.diagnosis.student.Student;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Map;

/**
 * D, M and V of a batch normalization in the first layer, from Z and dZnorm by sums over plain arrays.
 *
 * @param s of each feature
 * @param gamma of each feature
 */
record ThreePaths(double[][] d, double[][] m, double[][] v, double[] s, double[] gamma) {

    static ThreePaths of(Exercise exercise) {
        Map<Site, Values> right = Student.of(exercise).tensors();
        BatchNorm norm = (BatchNorm)
                requireNonNull(exercise.setup().spec().layers().getFirst().normalization());
        double[] gamma =
                requireNonNull(exercise.setup().parameters().getFirst().gamma()).rowMajor();
        return of(columns(right.get(new Site(0, Step.Z))), columns(right.get(new Site(0, Step.D_Z_NORM))), norm, gamma);
    }

    private static ThreePaths of(double[][] z, double[][] g, BatchNorm norm, double[] gamma) {
        int features = z.length;
        int examples = z[0].length;
        ThreePaths paths = new ThreePaths(
                new double[features][examples],
                new double[features][examples],
                new double[features][examples],
                new double[features],
                gamma);
        for (int j = 0; j < features; j++) {
            paths.fill(j, z[j], g[j], norm);
        }
        return paths;
    }

    private void fill(int j, double[] z, double[] g, BatchNorm norm) {
        int count = z.length;
        double divisor = norm.varianceEstimator() == VarianceEstimator.BIASED ? count : count - 1;
        double mu = 0;
        double meanOfG = 0;
        for (int i = 0; i < count; i++) {
            mu += z[i] / count;
            meanOfG += g[i] / count;
        }
        double variance = 0;
        double along = 0;
        for (int i = 0; i < count; i++) {
            variance += (z[i] - mu) * (z[i] - mu) / divisor;
            along += g[i] * (z[i] - mu) / divisor;
        }
        boolean inside = norm.epsilon().placement() == Placement.INSIDE_SQRT;
        double epsilon = norm.epsilon().value();
        s[j] = inside ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
        double root = inside ? s[j] : Math.sqrt(variance);
        for (int i = 0; i < count; i++) {
            d[j][i] = g[i] / s[j];
            m[j][i] = meanOfG / s[j];
            v[j][i] = (z[i] - mu) * along / (s[j] * s[j] * root);
        }
    }

    private static double[][] columns(Values values) {
        double[][] columns = new double[values.columns()][values.rows()];
        for (int i = 0; i < values.rows(); i++) {
            for (int j = 0; j < values.columns(); j++) {
                columns[j][i] = values.at(i, j);
            }
        }
        return columns;
    }

    int examples() {
        return d[0].length;
    }

    /** The paths, each multiplied by something. */
    Values dZ(Coefficient direct, Coefficient mean, Coefficient variance) {
        int features = d.length;
        double[] entries = new double[features * examples()];
        for (int i = 0; i < examples(); i++) {
            for (int j = 0; j < features; j++) {
                entries[i * features + j] = at(direct, j) * d[j][i] - at(mean, j) * m[j][i] - at(variance, j) * v[j][i];
            }
        }
        return new Values(examples(), features, entries);
    }

    private double at(Coefficient coefficient, int j) {
        return coefficient.constant()
                * Math.pow(gamma[j], coefficient.gammaPower())
                * Math.pow(s[j], coefficient.sPower());
    }
}
