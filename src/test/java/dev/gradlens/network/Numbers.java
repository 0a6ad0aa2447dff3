package dev.gradlens.network;

import dev.gradlens.tensor.Values;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic on plain numbers, for formulas that a test writes itself. */
public final class Numbers {
    private Numbers() {}

    /** f of every entry. */
    public static Values map(Values a, DoubleUnaryOperator f) {
        return zip(a, a, (x, same) -> f.applyAsDouble(x));
    }

    /** f of every two entries; a side of length 1 of the second is repeated. */
    public static Values zip(Values a, Values b, DoubleBinaryOperator f) {
        double[] entries = new double[a.size()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                double other = b.at(b.rows() == 1 ? 0 : i, b.columns() == 1 ? 0 : j);
                entries[i * a.columns() + j] = f.applyAsDouble(a.at(i, j), other);
            }
        }
        return new Values(a.rows(), a.columns(), entries);
    }

    /** a ⊙ b. */
    public static Values product(Values a, Values b) {
        return zip(a, b, (x, y) -> x * y);
    }

    /** Σ down the rows, 1×n. */
    public static Values sumOfRows(Values a) {
        double[] sums = new double[a.columns()];
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                sums[j] += a.at(i, j);
            }
        }
        return Values.row(sums);
    }

    /** Σ along the columns, m×1. */
    public static Values sumOfColumns(Values a) {
        return sumOfRows(a.transposed()).transposed();
    }

    /** aᵀ·b. */
    public static Values transposedTimes(Values a, Values b) {
        double[] entries = new double[a.columns() * b.columns()];
        for (int i = 0; i < a.columns(); i++) {
            for (int j = 0; j < b.columns(); j++) {
                for (int k = 0; k < a.rows(); k++) {
                    entries[i * b.columns() + j] += a.at(k, i) * b.at(k, j);
                }
            }
        }
        return new Values(a.columns(), b.columns(), entries);
    }
}
