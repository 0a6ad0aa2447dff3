package dev.gradlens.dataset.generator;

/** Where the examples of a figure lie. Asked once for each row, in their order. */
@FunctionalInterface
interface Places {
    /**
     * The place of an example before noise.
     *
     * @param label its class
     * @param j its number in the class, from 0
     * @param count the examples of the class
     */
    Point of(int label, int j, int count);
}
