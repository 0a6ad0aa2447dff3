package dev.gradlens.tensor;

import java.util.Arrays;

/**
 * Plain numbers of an m×n matrix, as they enter and leave a computation. The array is taken as it is, not copied: whoever
 * makes one gives it away.
 *
 * @param rowMajor rows·columns numbers, row by row
 */
public record Values(int rows, int columns, double[] rowMajor) {
    public Values {
        if (rows < 1 || columns < 1 || rowMajor.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a %d×%d matrix does not have %d entries".formatted(rows, columns, rowMajor.length));
        }
    }

    /** A 1×n row. */
    public static Values row(double... entries) {
        return new Values(1, entries.length, entries);
    }

    /** A matrix whose every entry is the same number. */
    public static Values filled(int rows, int columns, double value) {
        double[] entries = new double[Math.multiplyExact(rows, columns)];
        Arrays.fill(entries, value);
        return new Values(rows, columns, entries);
    }

    /** The entry in row i, column j, both from 0. */
    public double at(int i, int j) {
        return rowMajor[i * columns + j];
    }

    /** The number of entries. */
    public int size() {
        return rowMajor.length;
    }

    /** Every entry multiplied by c. */
    public Values times(double c) {
        if (c == 1) {
            return this;
        }
        double[] multiplied = new double[rowMajor.length];
        for (int index = 0; index < multiplied.length; index++) {
            multiplied[index] = c * rowMajor[index];
        }
        return new Values(rows, columns, multiplied);
    }

    /** Every entry as the nearest number of a precision. */
    public Values rounded(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> this;
            case FLOAT32 -> inSinglePrecision();
        };
    }

    private Values inSinglePrecision() {
        double[] rounded = new double[rowMajor.length];
        for (int index = 0; index < rounded.length; index++) {
            rounded[index] = (float) rowMajor[index];
        }
        return new Values(rows, columns, rounded);
    }

    /** This + c·other, of the same shape; this, where c is 0, however large the other is. */
    public Values plus(Values other, double c) {
        if (c == 0) {
            return this;
        }
        double[] sum = new double[rowMajor.length];
        for (int index = 0; index < sum.length; index++) {
            sum[index] = rowMajor[index] + c * other.rowMajor[index];
        }
        return new Values(rows, columns, sum);
    }

    /** Some of the rows, in this order; one may come twice. */
    public Values rows(int[] chosen) {
        double[] taken = new double[Math.multiplyExact(chosen.length, columns)];
        for (int row = 0; row < chosen.length; row++) {
            System.arraycopy(rowMajor, chosen[row] * columns, taken, row * columns, columns);
        }
        return new Values(chosen.length, columns, taken);
    }

    /** n×m, rows and columns exchanged. */
    public Values transposed() {
        double[] turned = new double[rowMajor.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = rowMajor[i * columns + j];
            }
        }
        return new Values(columns, rows, turned);
    }
}
