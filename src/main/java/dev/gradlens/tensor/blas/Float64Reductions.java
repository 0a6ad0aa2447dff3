package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Shape;
import java.util.Arrays;

/** Reductions down the rows of doubles, all columns at once and each from the first row to the last. */
final class Float64Reductions {
    private Float64Reductions() {}

    static double[] sum(double[] x, Shape shape) {
        double[] sums = new double[shape.columns()];
        double[] row = new double[sums.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return sums;
    }

    /** In two passes, the second of which takes out what the first one rounded; an infinite mean stays. */
    static double[] mean(double[] x, Shape shape) {
        double[] means = sum(x, shape);
        for (int j = 0; j < means.length; j++) {
            means[j] /= shape.rows();
        }
        double[] lost = sumOfDifferences(x, shape, means);
        for (int j = 0; j < means.length; j++) {
            means[j] = Double.isInfinite(means[j]) ? means[j] : means[j] + lost[j] / shape.rows();
        }
        return means;
    }

    private static double[] sumOfDifferences(double[] x, Shape shape, double[] means) {
        double[] sums = new double[means.length];
        double[] row = new double[means.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j] - means[j];
            }
        }
        return sums;
    }

    static double[] max(double[] x, Shape shape) {
        double[] largest = new double[shape.columns()];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        double[] row = new double[largest.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], row[j]); // NaN if either is
            }
        }
        return largest;
    }
}
