package dev.gradlens.diagnosis.probe;

import dev.gradlens.tensor.Values;

/**
 * Mean and deviation of each unit of Z over the batch.
 *
 * @param z m×n
 */
record Moments(Values z) {

    /** Those of Z = X·Wᵀ + b. */
    static Moments of(Values x, Values w, Values b) {
        double[] z = new double[x.rows() * w.rows()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < w.rows(); j++) {
                double sum = b.at(0, j);
                for (int k = 0; k < x.columns(); k++) {
                    sum += x.at(i, k) * w.at(j, k);
                }
                z[i * w.rows() + j] = sum;
            }
        }
        return new Moments(new Values(x.rows(), w.rows(), z));
    }

    double mean(int j) {
        double sum = 0;
        for (int i = 0; i < z.rows(); i++) {
            sum += z.at(i, j);
        }
        return sum / z.rows();
    }

    /** The root of the biased variance; 1 where all are the same. */
    double deviation(int j) {
        double mean = mean(j);
        double sum = 0;
        for (int i = 0; i < z.rows(); i++) {
            double centred = z.at(i, j) - mean;
            sum += centred * centred;
        }
        return sum > 0 ? Math.sqrt(sum / z.rows()) : 1;
    }
}
