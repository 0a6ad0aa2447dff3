package dev.gradlens.tensor.nd4j;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes equal rows of a left factor give equal rows of the product. BLAS computes the last rows of a block by another
 * kernel, which rounds otherwise; a feature that is constant over the batch would then seem to vary.
 */
final class EqualRows {
    private EqualRows() {}

    static void unify(Nd4jMatrix left, Nd4jMatrix product) {
        double[] entries = left.toArray();
        Map<Row, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < left.rows(); i++) {
            Integer first = firstOf.putIfAbsent(new Row(entries, i * left.columns(), left.columns()), i);
            if (first != null) {
                product.copyRow(first, i);
            }
        }
    }

    /** A row by its bits. It has an order too, so that rows chosen to share a hash are found in a tree, not a list. */
    private record Row(double[] entries, int from, int length) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return Arrays.compare(entries, from, from + length, other.entries, other.from, other.from + other.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && compareTo(row) == 0;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int at = from; at < from + length; at++) {
                hash = 31 * hash + Double.hashCode(entries[at]);
            }
            return hash;
        }
    }
}
