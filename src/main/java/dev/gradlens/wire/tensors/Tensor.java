package dev.gradlens.wire.tensors;

/**
 * A matrix or a vector of an answer. It holds its numbers as it was given them, row by row, and is turned only while it
 * is written, so that an answer in columns costs no copy.
 */
public final class Tensor {
    private final int rows;
    private final int columns;
    private final double[] values;
    private final Form form;
    private final boolean single;

    private enum Form {
        VECTOR,
        MATRIX,
        TRANSPOSED
    }

    private Tensor(int rows, int columns, double[] values, Form form, boolean single) {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(values.length + " values cannot be " + rows + "×" + columns);
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
        this.form = form;
        this.single = single;
    }

    /** An array of rows. */
    public static Tensor matrix(int rows, int columns, double[] values) {
        return new Tensor(rows, columns, values, Form.MATRIX, false);
    }

    /** A plain array. */
    public static Tensor vector(double[] values) {
        return new Tensor(1, values.length, values, Form.VECTOR, false);
    }

    /** The same matrix, written as its transpose; a vector stays as it is. */
    public Tensor transposed() {
        Form turned = switch (form) {
            case VECTOR -> Form.VECTOR;
            case MATRIX -> Form.TRANSPOSED;
            case TRANSPOSED -> Form.MATRIX;
        };
        return new Tensor(rows, columns, values, turned, single);
    }

    /** The same numbers, written with the few digits that a float32 needs. */
    public Tensor inSinglePrecision() {
        return new Tensor(rows, columns, values, form, true);
    }

    boolean isVector() {
        return form == Form.VECTOR;
    }

    boolean isSingle() {
        return single;
    }

    /** Arrays to write: 1 for a vector. */
    int writtenRows() {
        return form == Form.TRANSPOSED ? columns : rows;
    }

    int writtenColumns() {
        return form == Form.TRANSPOSED ? rows : columns;
    }

    /** The entry at a row and a column as written. */
    double at(int i, int j) {
        return form == Form.TRANSPOSED ? values[j * columns + i] : values[i * columns + j];
    }
}
