package dev.gradlens.tensor;

/**
 * The shape of a matrix, and the rules by which shapes fit; every kernel checks its arguments with them.
 *
 * @param rows m, at least 1
 * @param columns n, at least 1
 */
public record Shape(int rows, int columns) {
    public Shape {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "a matrix has at least one row and one column, not %d×%d".formatted(rows, columns));
        }
    }

    public static Shape of(Matrix matrix) {
        return new Shape(matrix.rows(), matrix.columns());
    }

    /** Refuses numbers that do not fill this shape exactly. */
    public Shape holding(double[] entries) {
        if ((long) rows * columns != entries.length) {
            throw new IllegalArgumentException(
                    "a %s matrix holds %d numbers, not %d".formatted(this, (long) rows * columns, entries.length));
        }
        return this;
    }

    /** The shape that both are repeated to; a side of length 1 is repeated, others must be equal. */
    public Shape broadcast(Shape other) {
        if (!fit(rows, other.rows) || !fit(columns, other.columns)) {
            throw new IllegalArgumentException(
                    "%s and %s do not fit entry by entry: sides must be equal, or 1".formatted(this, other));
        }
        return new Shape(Math.max(rows, other.rows), Math.max(columns, other.columns));
    }

    /** The shape of a·b. */
    public Shape times(Shape other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException(
                    "%s · %s is no product: %d columns meet %d rows".formatted(this, other, columns, other.rows));
        }
        return new Shape(rows, other.columns);
    }

    /** The shape of a·bᵀ. */
    public Shape timesTransposed(Shape other) {
        if (columns != other.columns) {
            throw new IllegalArgumentException("%s · (%s)ᵀ is no product: %d columns meet %d columns"
                    .formatted(this, other, columns, other.columns));
        }
        return new Shape(rows, other.rows);
    }

    /** The shape of aᵀ·b. */
    public Shape transposedTimes(Shape other) {
        if (rows != other.rows) {
            throw new IllegalArgumentException(
                    "(%s)ᵀ · %s is no product: %d rows meet %d rows".formatted(this, other, rows, other.rows));
        }
        return new Shape(columns, other.columns);
    }

    /** What a reduction along this axis leaves. */
    public Shape reduced(Axis axis) {
        return switch (axis) {
            case ROWS -> new Shape(1, columns);
            case COLUMNS -> new Shape(rows, 1);
        };
    }

    /** The shape in words, such as {@code 3×4}. */
    @Override
    public String toString() {
        return rows + "×" + columns;
    }

    private static boolean fit(int length, int other) {
        return length == other || length == 1 || other == 1;
    }
}
