package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Shape;

/** A matrix of floats. */
final class Float32Matrix extends ReferenceMatrix<float[]> {
    private Float32Matrix(Shape shape, float[] entries) {
        super(shape, entries);
    }

    static Float32Matrix of(Shape shape, Entry entry) {
        float[] entries = new float[shape.rows() * shape.columns()];
        for (int i = 0; i < shape.rows(); i++) {
            for (int j = 0; j < shape.columns(); j++) {
                entries[i * shape.columns() + j] = entry.at(i, j);
            }
        }
        return new Float32Matrix(shape, entries);
    }

    @Override
    public double[] toArray() {
        float[] floats = entries();
        double[] copy = new double[floats.length];
        for (int at = 0; at < copy.length; at++) {
            copy[at] = floats[at];
        }
        return copy;
    }

    /** The entry at row i and column j, where a side of length 1 is repeated without end. */
    float at(int i, int j) {
        return entries()[index(i, j)];
    }

    float[] row(int i) {
        float[] row = new float[columns()];
        for (int j = 0; j < row.length; j++) {
            row[j] = at(i, j);
        }
        return row;
    }

    float[] column(int j) {
        float[] column = new float[rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = at(i, j);
        }
        return column;
    }

    /** The definition of one entry. */
    interface Entry {
        float at(int i, int j);
    }
}
