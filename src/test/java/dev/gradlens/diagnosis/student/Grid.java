package dev.gradlens.diagnosis.student;

import dev.gradlens.tensor.Values;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A two-dimensional array, and what a person does with one in NumPy. A side of length 1 is repeated where the other array is
 * longer. In single precision the result of every operation, and every number that enters one, is rounded to a float.
 */
final class Grid {

    private final double[][] entries;
    private final boolean single;

    private Grid(double[][] entries, boolean single) {
        this.entries = entries;
        this.single = single;
    }

    static Grid of(Values values, boolean single) {
        return filled(values.rows(), values.columns(), single, values::at);
    }

    private interface Entry {
        double at(int i, int j);
    }

    private static Grid filled(int rows, int columns, boolean single, Entry entry) {
        double[][] entries = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries[i][j] = rounded(entry.at(i, j), single);
            }
        }
        return new Grid(entries, single);
    }

    private static double rounded(double number, boolean single) {
        return single ? (float) number : number;
    }

    /** The same numbers, and everything behind them in single precision. */
    Grid inSinglePrecision() {
        return filled(rows(), columns(), true, this::at);
    }

    /** The same numbers, and everything behind them in the precision of another. */
    Grid inPrecisionOf(Grid other) {
        return filled(rows(), columns(), other.single, this::at);
    }

    int rows() {
        return entries.length;
    }

    int columns() {
        return entries[0].length;
    }

    double at(int i, int j) {
        return entries[i][j];
    }

    Values values() {
        double[] rowMajor = new double[rows() * columns()];
        for (int i = 0; i < rows(); i++) {
            System.arraycopy(entries[i], 0, rowMajor, i * columns(), columns());
        }
        return new Values(rows(), columns(), rowMajor);
    }

    Grid map(DoubleUnaryOperator f) {
        return filled(rows(), columns(), single, (i, j) -> f.applyAsDouble(at(i, j)));
    }

    private Grid zip(Grid other, DoubleBinaryOperator f) {
        int rows = Math.max(rows(), other.rows());
        int columns = Math.max(columns(), other.columns());
        return filled(rows, columns, single, (i, j) -> f.applyAsDouble(repeated(i, j), other.repeated(i, j)));
    }

    private double repeated(int i, int j) {
        return entries[rows() == 1 ? 0 : i][columns() == 1 ? 0 : j];
    }

    Grid plus(Grid other) {
        return zip(other, Double::sum);
    }

    Grid minus(Grid other) {
        return zip(other, (a, b) -> a - b);
    }

    Grid times(Grid other) {
        return zip(other, (a, b) -> a * b);
    }

    Grid over(Grid other) {
        return zip(other, (a, b) -> a / b);
    }

    Grid plus(double number) {
        return map(a -> a + rounded(number, single));
    }

    Grid times(double number) {
        return map(a -> a * rounded(number, single));
    }

    Grid over(double number) {
        return map(a -> a / rounded(number, single));
    }

    Grid negated() {
        return map(a -> -a);
    }

    Grid squared() {
        return times(this);
    }

    Grid root() {
        return map(Math::sqrt);
    }

    Grid power(double exponent) {
        return map(a -> Math.pow(a, exponent));
    }

    Grid transposed() {
        return filled(columns(), rows(), single, (i, j) -> at(j, i));
    }

    /** The product of two matrices. */
    Grid dot(Grid other) {
        return filled(rows(), other.columns(), single, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < columns(); k++) {
                sum = rounded(sum + rounded(at(i, k) * other.at(k, j), single), single);
            }
            return sum;
        });
    }

    Grid sum(Over over) {
        return folded(over, Double::sum);
    }

    Grid mean(Over over) {
        return sum(over).over(over.count(rows(), columns()));
    }

    Grid max(Over over) {
        return folded(over, Math::max);
    }

    private Grid folded(Over over, DoubleBinaryOperator f) {
        return switch (over) {
            case EXAMPLES -> transposed().folded(Over.UNITS, f).transposed();
            case UNITS -> filled(rows(), 1, single, (i, j) -> folded(entries[i], f));
            case ALL -> folded(Over.EXAMPLES, f).folded(Over.UNITS, f);
        };
    }

    private double folded(double[] line, DoubleBinaryOperator f) {
        double result = line[0];
        for (int j = 1; j < line.length; j++) {
            result = rounded(f.applyAsDouble(result, line[j]), single);
        }
        return result;
    }

    /** The last row alone. */
    Grid last() {
        return filled(1, columns(), single, (i, j) -> at(rows() - 1, j));
    }

    /** Repeated to the shape of another. */
    Grid like(Grid other) {
        return filled(other.rows(), other.columns(), single, this::repeated);
    }
}
