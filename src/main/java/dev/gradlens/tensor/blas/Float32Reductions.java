package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Shape;
import java.util.Arrays;

/** Reductions down the rows of floats, all columns at once and each from the first row to the last. */
final class Float32Reductions {
    private Float32Reductions() {}

    /** With partial sums in doubles: what cancels, as a gradient of a bias before batch normalization does, keeps its digits. */
    static float[] sum(float[] x, Shape shape) {
        double[] partial = new double[shape.columns()];
        float[] row = new float[partial.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < partial.length; j++) {
                partial[j] += row[j];
            }
        }
        float[] sums = new float[partial.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = (float) partial[j];
        }
        return sums;
    }

    /** In two passes, the second of which takes out what the first one rounded; an infinite mean stays. */
    static float[] mean(float[] x, Shape shape) {
        float[] means = sum(x, shape);
        for (int j = 0; j < means.length; j++) {
            means[j] /= shape.rows();
        }
        float[] lost = sumOfDifferences(x, shape, means);
        for (int j = 0; j < means.length; j++) {
            means[j] = Float.isInfinite(means[j]) ? means[j] : means[j] + lost[j] / shape.rows();
        }
        return means;
    }

    /**
     * Σ (x − mean). A plain sum of some thousand equal floats is off by so much that here each addition has to make good
     * what the one before has rounded off: Kahan, 1965.
     */
    private static float[] sumOfDifferences(float[] x, Shape shape, float[] means) {
        float[] sums = new float[means.length];
        float[] excess = new float[means.length]; // of the sums over what was added
        float[] row = new float[means.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < sums.length; j++) {
                float corrected = (row[j] - means[j]) - excess[j];
                float next = sums[j] + corrected;
                excess[j] = (next - sums[j]) - corrected;
                sums[j] = next;
            }
        }
        return sums;
    }

    static float[] max(float[] x, Shape shape) {
        float[] largest = new float[shape.columns()];
        Arrays.fill(largest, Float.NEGATIVE_INFINITY);
        float[] row = new float[largest.length];
        for (int i = 0; i < shape.rows(); i++) {
            System.arraycopy(x, i * row.length, row, 0, row.length);
            for (int j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], row[j]); // NaN if either is
            }
        }
        return largest;
    }
}
