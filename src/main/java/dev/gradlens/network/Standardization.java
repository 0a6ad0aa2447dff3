package dev.gradlens.network;

import dev.gradlens.tensor.Values;

/**
 * What is done to every example before the first layer: (x − mean)/std of each feature, in double precision; only x − mean
 * where std is 0, since a feature that never changed has no scale.
 *
 * @param mean 1×inputs
 * @param std 1×inputs, each at least 0
 */
public record Standardization(Values mean, Values std) {
    public Standardization {
        if (mean.rows() != 1 || std.rows() != 1 || mean.columns() != std.columns()) {
            throw new IllegalArgumentException("mean is %d×%d and std is %d×%d, expected two rows of one length"
                    .formatted(mean.rows(), mean.columns(), std.rows(), std.columns()));
        }
    }

    /**
     * By the mean and the deviation, that of a population, of each feature. Both are taken from the first example on, so that a
     * feature that is the same in all of them has a deviation of exactly 0.
     *
     * @param x an example in each row
     */
    public static Standardization of(Values x) {
        double[] mean = new double[x.columns()];
        double[] std = new double[x.columns()];
        for (int feature = 0; feature < x.columns(); feature++) {
            mean[feature] = mean(x, feature);
            std[feature] = Math.sqrt(variance(x, feature, mean[feature]));
        }
        return new Standardization(Values.row(mean), Values.row(std));
    }

    private static double mean(Values x, int feature) {
        double first = x.at(0, feature);
        double sum = 0;
        for (int i = 1; i < x.rows(); i++) {
            sum += x.at(i, feature) - first;
        }
        return first + sum / x.rows();
    }

    private static double variance(Values x, int feature, double mean) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            double deviation = x.at(i, feature) - mean;
            sum += deviation * deviation;
        }
        return sum / x.rows();
    }

    /** How many features an example has. */
    public int features() {
        return mean.columns();
    }

    /** The examples standardized, one in each row. */
    public Values apply(Values x) {
        double[] standardized = new double[x.size()];
        for (int i = 0; i < standardized.length; i++) {
            int feature = i % x.columns();
            double centred = x.rowMajor()[i] - mean.at(0, feature);
            double scale = std.at(0, feature);
            standardized[i] = scale == 0 ? centred : centred / scale;
        }
        return new Values(x.rows(), x.columns(), standardized);
    }
}
