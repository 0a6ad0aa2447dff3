package dev.gradlens.inspection;

import java.util.Optional;

/**
 * What the products of a layer cost, and what its normalization costs beside them.
 *
 * @param products empty where the layer has no W
 * @param normalization empty where it has none
 */
public record Resources(Optional<Cost> products, Optional<Cost> normalization) {

    /** Times that each part is run: once so that it is warm, and then as often as gives a median that one pause does not move. */
    public static final int PASSES = 1 + Stopwatch.REPETITIONS;

    /**
     * Of one part, forward and backward together.
     *
     * @param operations floating-point operations, counted by shape
     * @param bytes read and written, counted by shape
     * @param microseconds measured
     */
    public record Cost(long operations, long bytes, double microseconds) {}

    /**
     * The normalization's part of the products and the normalization together, from 0 to 1.
     *
     * @param operations of the operations
     * @param bytes of the bytes
     * @param microseconds of the time
     */
    public record Share(double operations, double bytes, double microseconds) {}

    /** Empty where nothing is normalized; all of it where there are no products. */
    public Optional<Share> share() {
        Cost beside = products.orElse(new Cost(0, 0, 0));
        return normalization.map(cost -> new Share(
                share((double) cost.operations(), (double) beside.operations()),
                share((double) cost.bytes(), (double) beside.bytes()),
                share(cost.microseconds(), beside.microseconds())));
    }

    private static double share(double part, double rest) {
        return part / (part + rest);
    }
}
