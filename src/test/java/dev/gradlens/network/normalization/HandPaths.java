package dev.gradlens.network.normalization;

import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.tensor.Values;

/**
 * The three paths from dZnorm to dZ as they are derived by hand, in plain loops: dZ = D − M − V with D = g/s, M = mean(g)/s
 * and V = Znorm·mean(g·Znorm)/s, times s/√sigma2 where epsilon is outside of the root, and k/(k − 1) where the variance is
 * unbiased.
 *
 * @param direct D
 * @param throughMean M
 * @param throughVariance V
 * @param s the denominator of each entry
 * @param zNorm each entry normalized
 */
public record HandPaths(
        double[][] direct, double[][] throughMean, double[][] throughVariance, double[][] s, double[][] zNorm) {

    /** The paths of g = dZnorm where Z was normalized. */
    public static HandPaths of(Normalization normalization, Values z, Values g) {
        boolean down = normalization instanceof BatchNorm;
        int m = z.rows();
        int n = z.columns();
        HandPaths paths =
                new HandPaths(new double[m][n], new double[m][n], new double[m][n], new double[m][n], new double[m][n]);
        for (int group = 0; group < (down ? n : m); group++) {
            paths.fill(normalization, z, g, group, down);
        }
        return paths;
    }

    private void fill(Normalization normalization, Values z, Values g, int group, boolean down) {
        int count = down ? z.rows() : z.columns();
        double mu = 0;
        double meanOfG = 0;
        for (int k = 0; k < count; k++) {
            mu += normalization instanceof RmsNorm ? 0 : at(z, group, k, down) / count;
            meanOfG += at(g, group, k, down) / count;
        }
        double variance = 0;
        for (int k = 0; k < count; k++) {
            variance += Math.pow(at(z, group, k, down) - mu, 2) / divisor(normalization, count);
        }
        double s = denominator(normalization.epsilon(), variance);
        double meanOfProduct = 0;
        for (int k = 0; k < count; k++) {
            meanOfProduct += at(g, group, k, down) * (at(z, group, k, down) - mu) / s / divisor(normalization, count);
        }
        double outside = normalization.epsilon().placement() == Placement.OUTSIDE_SQRT ? s / Math.sqrt(variance) : 1;
        for (int k = 0; k < count; k++) {
            int i = down ? k : group;
            int j = down ? group : k;
            double normalized = (z.at(i, j) - mu) / s;
            direct[i][j] = g.at(i, j) / s;
            throughMean[i][j] = normalization instanceof RmsNorm ? 0 : meanOfG / s;
            throughVariance[i][j] = normalized * meanOfProduct / s * outside;
            this.s[i][j] = s;
            zNorm[i][j] = normalized;
        }
    }

    private static double at(Values values, int group, int k, boolean down) {
        return down ? values.at(k, group) : values.at(group, k);
    }

    private static double divisor(Normalization normalization, int count) {
        return switch (normalization) {
            case BatchNorm batch -> batch.varianceEstimator() == VarianceEstimator.BIASED ? count : count - 1;
            case LayerNorm layer -> layer.varianceEstimator() == VarianceEstimator.BIASED ? count : count - 1;
            case RmsNorm rms -> count;
        };
    }

    private static double denominator(Epsilon epsilon, double variance) {
        return epsilon.placement() == Placement.INSIDE_SQRT
                ? Math.sqrt(variance + epsilon.value())
                : Math.sqrt(variance) + epsilon.value();
    }

    /** a·D + b·M + c·V. */
    public Values combined(double a, double b, double c) {
        int m = direct.length;
        int n = direct[0].length;
        double[] entries = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = a * direct[i][j] + b * throughMean[i][j] + c * throughVariance[i][j];
            }
        }
        return new Values(m, n, entries);
    }
}
