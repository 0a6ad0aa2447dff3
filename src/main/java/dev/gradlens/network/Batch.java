package dev.gradlens.network;

import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;

/**
 * A batch of m examples, one in each row.
 *
 * @param x m×inputs
 * @param y m×outputs: targets (a class as a row with a single 1), or the upstream gradient
 */
public record Batch(Values x, Values y) {
    /** m. */
    public int examples() {
        return x.rows();
    }

    Batch rounded(Precision precision) {
        return new Batch(x.rounded(precision), y.rounded(precision));
    }
}
