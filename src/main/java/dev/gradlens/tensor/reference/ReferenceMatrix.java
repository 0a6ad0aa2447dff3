package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A matrix as one array, row by row. */
final class ReferenceMatrix implements Matrix {
    private final Shape shape;
    private double @Nullable [] entries;

    ReferenceMatrix(Shape shape, double[] entries) {
        this.shape = shape;
        this.entries = entries;
    }

    static ReferenceMatrix of(Shape shape, Entry entry) {
        double[] entries = new double[shape.rows() * shape.columns()];
        for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
                entries[i * shape.columns() + j] = entry.at(i, j);
            }
        }
        return new ReferenceMatrix(shape, entries);
    }

    @Override
    public int rows() {
        return shape.rows();
    }

    @Override
    public int columns() {
        return shape.columns();
    }

    @Override
    public double[] toArray() {
        return entries().clone();
    }

    /** The entry at row i and column j, where a side of length 1 is repeated without end. */
    double at(int i, int j) {
        int row = rows() == 1 ? 0 : i;
        int column = columns() == 1 ? 0 : j;
        return entries()[row * columns() + column];
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

    void free() {
        entries = null;
    }

    private double[] entries() {
        double[] held = entries;
        if (held == null) {
            throw new IllegalStateException("the kernels that held this %s matrix are closed".formatted(shape));
        }
        return held;
    }

    /** The definition of one entry. */
    interface Entry {
        double at(int i, int j);
    }
}
