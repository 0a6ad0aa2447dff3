package dev.gradlens.check.oracle;

import dev.gradlens.network.NetworkSpec;

/** The side that the sign of an argument says, with a note of whether one has left the side where it was. */
final class WatchedSides implements Sides {
    private final Sides before;
    private final NetworkSpec spec;
    private boolean changed;

    WatchedSides(Sides before, NetworkSpec spec) {
        this.before = before;
        this.spec = spec;
    }

    @Override
    public boolean positive(int layer, int index, double argument) {
        boolean now = argument > 0;
        changed |= now != before.positive(layer, index, argument)
                && spec.layers().get(layer).activation().hasKink();
        return now;
    }

    /** Whether one has left its side since the last call. */
    boolean takeChanged() {
        boolean taken = changed;
        changed = false;
        return taken;
    }
}
