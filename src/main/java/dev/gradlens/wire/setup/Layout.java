package dev.gradlens.wire.setup;

import dev.gradlens.tensor.Values;

/** Whether an example is a row or a column of X, Y, Z, A and all that is shaped like them. */
public enum Layout {
    /** An example is a row: X is examples × inputs. */
    ROWS,
    /** An example is a column: X is inputs × examples. */
    COLUMNS;

    /** Turns what a client sent into rows. */
    public Values toRows(int rows, int columns, double[] values) {
        Values sent = new Values(rows, columns, values);
        return this == ROWS ? sent : sent.transposed();
    }

    /** How many examples there are in a matrix of a shape. */
    int examples(int rows, int columns) {
        return this == ROWS ? rows : columns;
    }

    /** A shape in this layout, in words. */
    public String shape(Object examples, Object features) {
        return this == ROWS ? examples + "×" + features : features + "×" + examples;
    }
}
