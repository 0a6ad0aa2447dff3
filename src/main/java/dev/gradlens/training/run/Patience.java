package dev.gradlens.training.run;

/**
 * Whether the validation part still gets better.
 *
 * @param best the lowest cost so far; infinite before the first
 * @param epochs in a row that were no better
 */
record Patience(double best, int epochs) {
    static final Patience FRESH = new Patience(Double.POSITIVE_INFINITY, 0);

    /** After another epoch. */
    Patience after(double cost) {
        return cost < best ? new Patience(cost, 0) : new Patience(best, epochs + 1);
    }
}
