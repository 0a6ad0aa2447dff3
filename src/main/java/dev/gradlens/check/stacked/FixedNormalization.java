package dev.gradlens.check.stacked;

import dev.gradlens.network.normalization.Epsilon;

/**
 * A normalization by constants.
 *
 * @param scales gamma/s of each unit
 */
record FixedNormalization(double[] scales, int size) implements StackedNormalization {

    static FixedNormalization of(Workspace workspace, Epsilon epsilon, double[] sigma2, double[] gamma) {
        double[] scales = new double[gamma.length];
        for (int u = 0; u < scales.length; u++) {
            Denominator known = Denominator.of(new double[] {sigma2[u]}, 1, epsilon);
            scales[u] = gamma[u] / (known.root()[0] + known.outside());
        }
        return new FixedNormalization(scales, workspace.size());
    }

    @Override
    public void apply(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            Lanes.scale(moved.units()[u], scales[u], moved.units()[u], size);
        }
    }
}
