package dev.gradlens.check.stacked;

import org.jspecify.annotations.Nullable;

/**
 * An activation that is straight from where each argument is to where it moves: on its side of a kink, or for imaginary
 * parts, which are as small as one likes.
 *
 * @param slopes of each unit
 * @param crossings where a kink may be crossed
 */
record StraightActivation(double[][] slopes, int size, Crossings.@Nullable OfLayer crossings)
        implements StackedActivation {

    @Override
    public void apply(Moved moved) {
        for (int u = moved.from(); u < moved.to(); u++) {
            double[] d = moved.units()[u];
            if (crossings != null) {
                crossings.approach(u, d);
            }
            Lanes.multiply(d, d, slopes[u], size);
        }
    }
}
