package dev.gradlens.check.oracle;

/** On which side of its kink each activation stands. */
interface Sides {
    /**
     * Whether an argument counts as positive.
     *
     * @param index the entry of the layer's argument, row by row
     */
    boolean positive(int layer, int index, double argument);
}
