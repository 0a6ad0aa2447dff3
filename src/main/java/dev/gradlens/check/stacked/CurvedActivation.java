package dev.gradlens.check.stacked;

import org.jspecify.annotations.Nullable;

/**
 * An activation looked up wherever an argument has moved to.
 *
 * @param isHeld whether it is continued from the side where the unmoved argument stands
 * @param crossings where a kink may be crossed
 */
record CurvedActivation(Workspace workspace, int l, Curve curve, boolean isHeld, Crossings.@Nullable OfLayer crossings)
        implements StackedActivation {

    @Override
    public void apply(Moved moved) {
        double[] argument = workspace.run().argument(l);
        int units = workspace.units(l);
        for (int u = moved.from(); u < moved.to(); u++) {
            double[] d = moved.units()[u];
            if (crossings != null) {
                crossings.approach(u, d);
            }
            for (int i = 0; i < workspace.examples(); i++) {
                int index = i * units + u;
                boolean known = workspace.run().isPositive(l, index);
                apply(argument[index], known, d, i * workspace.columns());
            }
        }
    }

    private void apply(double z, boolean positive, double[] d, int first) {
        double a = curve.at(z, positive);
        for (int index = first; index < first + workspace.columns(); index++) {
            double moved = z + d[index];
            d[index] = curve.at(moved, isHeld ? positive : moved > 0) - a;
        }
    }
}
