package dev.gradlens.tensor.blas;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes equal rows of a left factor give equal rows of the product. BLAS computes the last rows of a block by another
 * kernel, which rounds otherwise; a feature that is constant over the batch would then seem to vary.
 *
 * <p>A few entries tell most rows apart. Only a row that shares them with another is looked at as a whole.
 */
final class EqualRows<A> {
    /** Entries by which a row is looked up first. */
    private static final int SAMPLE = 8;

    /** Places for each row, so that few rows meet by chance. */
    private static final int PLACES = 8;

    private final Rows<A> rows;
    private final A left;
    private final int columns;
    private final int[] firstAt; // 1 + the first row with such a sample, 0 where there is none
    private final Map<Row<A>, Integer> others = new HashMap<>();

    private EqualRows(Rows<A> rows, A left, int count, int columns) {
        this.rows = rows;
        this.left = left;
        this.columns = columns;
        this.firstAt = new int[Integer.highestOneBit(count) * PLACES];
    }

    /** Copies the product's row of the first of some equal rows to the others. */
    static <A> void unify(Rows<A> rows, A left, int count, int columns, A product, int width) {
        EqualRows<A> equal = new EqualRows<>(rows, left, count, columns);
        for (int i = 0; i < count; i++) {
            int first = equal.firstLike(i);
            if (first != i) {
                rows.copy(product, first * width, i * width, width);
            }
        }
    }

    /** The first row that equals row i, which is row i itself if it is the first. */
    private int firstLike(int i) {
        int place = place(i);
        int first = firstAt[place] - 1;
        if (first < 0) {
            firstAt[place] = i + 1;
            return i;
        }
        if (rows.compare(left, first * columns, i * columns, columns) == 0) {
            return first;
        }
        Integer other = others.putIfAbsent(new Row<>(rows, left, i * columns, columns), i);
        return other == null ? i : other;
    }

    private int place(int i) {
        int step = Math.max(1, columns / SAMPLE);
        int hash = rows.hash(left, i * columns, (i + 1) * columns, step);
        // the low bits of round numbers are all 0
        return (hash * 0x9e3779b9) >>> (Integer.numberOfLeadingZeros(firstAt.length) + 1);
    }

    /** A row by its entries. It has an order too, so that rows chosen to share a hash are found in a tree, not a list. */
    private record Row<A>(Rows<A> rows, A entries, int from, int length) implements Comparable<Row<A>> {
        @Override
        public int compareTo(Row<A> other) {
            return rows.compare(entries, from, other.from, length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Row<?> row && rows.compare(entries, from, row.from, length) == 0;
        }

        @Override
        public int hashCode() {
            return rows.hash(entries, from, from + length, 1);
        }
    }
}
