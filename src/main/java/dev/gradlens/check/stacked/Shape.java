package dev.gradlens.check.stacked;

/**
 * How a stack lies in memory.
 *
 * @param examples m
 * @param columns P, how many points are looked at together
 */
record Shape(int examples, int columns) {

    /** n = m·P. */
    int size() {
        return examples * columns;
    }

    /** So many columns in stacks of equal size, which are whole vectors if at most {@code most} columns can be. */
    static Shape evenly(int examples, int columns, int most, int lanes) {
        int unit = most < lanes ? 1 : lanes;
        int stacks = Math.ceilDiv(columns, most - most % unit);
        return new Shape(examples, Math.ceilDiv(Math.ceilDiv(columns, stacks), unit) * unit);
    }
}
