package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Loops over floats. A function is computed in doubles and rounded once. */
final class Float32Loops implements Loops<float[]> {
    private final Products products;
    private final Rows<float[]> rows = new Float32Rows();

    Float32Loops(Products products) {
        this.products = products;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT32;
    }

    @Override
    public Class<float[]> type() {
        return float[].class;
    }

    @Override
    public float[] zeros(int length) {
        return new float[length];
    }

    @Override
    public float[] fromDoubles(double[] entries) {
        float[] floats = new float[entries.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) entries[i];
        }
        return floats;
    }

    @Override
    public double[] toDoubles(float[] entries) {
        double[] doubles = new double[entries.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = entries[i];
        }
        return doubles;
    }

    @Override
    public float[] repeated(float[] x, Shape of, Shape to) {
        int n = to.columns();
        float[] repeated = new float[to.rows() * n];
        for (int i = 0; i < to.rows(); i++) {
            int row = of.rows() == 1 ? 0 : i;
            if (of.columns() == n) {
                System.arraycopy(x, row * n, repeated, i * n, n);
            } else {
                Arrays.fill(repeated, i * n, (i + 1) * n, x[row]);
            }
        }
        return repeated;
    }

    @Override
    public float[] transposed(float[] x, Shape of) {
        float[] turned = new float[x.length];
        for (int i = 0; i < of.rows(); i++) {
            for (int j = 0; j < of.columns(); j++) {
                turned[j * of.rows() + i] = x[i * of.columns() + j];
            }
        }
        return turned;
    }

    @Override
    public void add(float[] x, float[] y, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] + y[i];
        }
    }

    @Override
    public void subtract(float[] x, float[] y, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] - y[i];
        }
    }

    @Override
    public void multiply(float[] x, float[] y, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] * y[i];
        }
    }

    @Override
    public void divide(float[] x, float[] y, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] / y[i];
        }
    }

    @Override
    public void add(float[] x, double c, float[] z) {
        float rounded = (float) c;
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] + rounded;
        }
    }

    @Override
    public void multiply(float[] x, double c, float[] z) {
        float rounded = (float) c;
        for (int i = 0; i < z.length; i++) {
            z[i] = rounded * x[i];
        }
    }

    @Override
    public void map(Elementary f, float[] x, float[] z) {
        DoubleUnaryOperator function = RealFunctions.of(f);
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) function.applyAsDouble(x[i]);
        }
    }

    @Override
    public void selectPositive(float[] condition, float[] whenPositive, float[] otherwise, float[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = condition[i] > 0 ? whenPositive[i] : condition[i] <= 0 ? otherwise[i] : Float.NaN;
        }
    }

    @Override
    public float[] sum(float[] x, Shape shape) {
        return Float32Reductions.sum(x, shape);
    }

    @Override
    public float[] mean(float[] x, Shape shape) {
        return Float32Reductions.mean(x, shape);
    }

    @Override
    public float[] max(float[] x, Shape shape) {
        return Float32Reductions.max(x, shape);
    }

    @Override
    public void product(
            float[] a, boolean transposeA, float[] b, boolean transposeB, float[] product, Shape shape, int terms) {
        products.multiply(a, transposeA, b, transposeB, product, shape.rows(), shape.columns(), terms);
    }

    @Override
    public Rows<float[]> rows() {
        return rows;
    }
}
