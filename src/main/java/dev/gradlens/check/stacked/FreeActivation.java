package dev.gradlens.check.stacked;

/**
 * An activation with a kink, on whichever side an argument has moved to.
 *
 * @param changed becomes true for each column in which one has left the side where it was
 */
record FreeActivation(Workspace workspace, int l, Curve curve, boolean[] changed) implements StackedActivation {

    @Override
    public void apply(Moved moved) {
        double[] argument = workspace.run().argument(l);
        int units = workspace.units(l);
        for (int u = moved.from(); u < moved.to(); u++) {
            for (int i = 0; i < workspace.examples(); i++) {
                int index = i * units + u;
                apply(argument[index], workspace.run().isPositive(l, index), moved.units()[u], i);
            }
        }
    }

    private void apply(double z, boolean positive, double[] d, int example) {
        double a = curve.at(z, positive);
        for (int p = 0; p < workspace.columns(); p++) {
            int index = example * workspace.columns() + p;
            double moved = z + d[index];
            boolean now = moved > 0;
            changed[p] |= now != positive;
            d[index] = curve.at(moved, now) - a;
        }
    }
}
