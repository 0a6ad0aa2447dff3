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

    /** So many columns in stacks of equal size. */
    static Shape evenly(int examples, int columns, int most) {
        int stacks = Math.ceilDiv(columns, most);
        return new Shape(examples, Math.ceilDiv(columns, stacks));
    }
}
