package dev.gradlens.tensor.nd4j;

import java.nio.DoubleBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes equal rows of a left factor give equal rows of the product. BLAS computes the last rows of a block by another
 * kernel, which rounds otherwise; a feature that is constant over the batch would then seem to vary.
 */
final class EqualRows {
    private EqualRows() {}

    static void unify(Nd4jMatrix left, Nd4jMatrix product) {
        DoubleBuffer rows = left.read();
        Map<DoubleBuffer, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < left.rows(); i++) {
            Integer first = firstOf.putIfAbsent(rows.slice(i * left.columns(), left.columns()), i);
            if (first != null) {
                product.copyRow(first, i);
            }
        }
    }
}
