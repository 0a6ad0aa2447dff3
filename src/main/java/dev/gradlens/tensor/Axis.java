package dev.gradlens.tensor;

/** The direction in which a reduction runs; with an example in each row, {@code ROWS} is the batch. */
public enum Axis {
    /** Down the rows, NumPy's {@code axis=0}: an m×n matrix becomes 1×n. */
    ROWS,
    /** Along the columns, NumPy's {@code axis=1}: an m×n matrix becomes m×1. */
    COLUMNS
}
