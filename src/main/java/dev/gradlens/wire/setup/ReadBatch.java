package dev.gradlens.wire.setup;

import dev.gradlens.network.Batch;
import dev.gradlens.tensor.Values;
import java.util.function.Supplier;

/**
 * A batch that was read.
 *
 * @param x with an example in each row
 * @param y makes the targets, which may be much larger than the labels they are made of
 */
record ReadBatch(Values x, Supplier<Values> y) {
    int examples() {
        return x.rows();
    }

    Batch batch() {
        return new Batch(x, y.get());
    }
}
