package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Shape;
import java.util.Arrays;

/** A matrix of doubles. */
final class Float64Matrix extends ReferenceMatrix<double[]> {
    Float64Matrix(Shape shape, double[] entries) {
        super(shape, entries);
    }

    static Float64Matrix of(Shape shape, Entry entry) {
        double[] entries = new double[shape.rows() * shape.columns()];
        for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
                entries[i * shape.columns() + j] = entry.at(i, j);
            }
        }
        return new Float64Matrix(shape, entries);
    }

    @Override
    public double[] toArray() {
        return entries().clone();
    }

    /** The entry at row i and column j, where a side of length 1 is repeated without end. */
    double at(int i, int j) {
        return entries()[index(i, j)];
    }

    double[] row(int i) {
        double[] row = new double[columns()];
        Arrays.setAll(row, j -> at(i, j));
        return row;
    }

    double[] column(int j) {
        double[] column = new double[rows()];
        Arrays.setAll(column, i -> at(i, j));
        return column;
    }

    /** The definition of one entry. */
    interface Entry {
        double at(int i, int j);
    }
}
