package dev.gradlens.check.stacked;

import dev.gradlens.network.NetworkSpec;

/**
 * How a stack lies in memory.
 *
 * @param examples m
 * @param columns P, how many points are looked at together
 */
record Shape(int examples, int columns) {
    /** Numbers of a feature over all examples and columns: a handful of such arrays, of 8 KB, stay in a 48 KB cache. */
    private static final int FEATURE = 1024;

    /** Arrays that each unit needs at most: two of moved numbers, four of known ones, and what the loss knows. */
    private static final int ARRAYS = 8;

    /** All of them together stay within this, unless a single column is larger. */
    private static final long LARGEST = 32L << 20;

    /** n = m·P. */
    int size() {
        return examples * columns;
    }

    /** The most columns for a network. */
    static int mostColumns(NetworkSpec spec, int examples) {
        long bytesOfColumn = Double.BYTES * ARRAYS * units(spec) * examples;
        long columns = Math.min(FEATURE / examples, LARGEST / Math.max(1, bytesOfColumn));
        return (int) Math.max(1, columns);
    }

    /** So many columns in stacks of equal size. */
    static Shape evenly(int examples, int columns, int most) {
        int stacks = Math.ceilDiv(columns, most);
        return new Shape(examples, Math.ceilDiv(columns, stacks));
    }

    /** What the arrays of a network take at most. */
    static double bytes(NetworkSpec spec, int examples) {
        return (double) Double.BYTES * ARRAYS * units(spec) * examples * mostColumns(spec, examples);
    }

    private static long units(NetworkSpec spec) {
        long units = spec.inputs();
        for (int l = 0; l < spec.layers().size(); l++) {
            units += spec.unitsOf(l);
        }
        return units;
    }
}
