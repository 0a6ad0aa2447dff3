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
