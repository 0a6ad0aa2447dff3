package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Loops over doubles. */
final class Float64Loops implements Loops<double[]> {
    private final Products products;
    private final Rows<double[]> rows = new Float64Rows();

    Float64Loops(Products products) {
        this.products = products;
    }

    @Override
    public Precision precision() {
        return Precision.FLOAT64;
    }

    @Override
    public Class<double[]> type() {
        return double[].class;
    }

    @Override
    public double[] zeros(int length) {
        return new double[length];
    }

    @Override
    public double[] fromDoubles(double[] entries) {
        return entries.clone();
    }

    @Override
    public double[] toDoubles(double[] entries) {
        return entries.clone();
    }

    @Override
    public double[] repeated(double[] x, Shape of, Shape to) {
        int n = to.columns();
        double[] repeated = new double[to.rows() * n];
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
    public double[] transposed(double[] x, Shape of) {
        double[] turned = new double[x.length];
        for (int i = 0; i < of.rows(); i++) {
            for (int j = 0; j < of.columns(); j++) {
                turned[j * of.rows() + i] = x[i * of.columns() + j];
            }
        }
        return turned;
    }

    @Override
    public void add(double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] + y[i];
        }
    }

    @Override
    public void subtract(double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] - y[i];
        }
    }

    @Override
    public void multiply(double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] * y[i];
        }
    }

    @Override
    public void divide(double[] x, double[] y, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] / y[i];
        }
    }

    @Override
    public void add(double[] x, double c, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] + c;
        }
    }

    @Override
    public void multiply(double[] x, double c, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = c * x[i];
        }
    }

    @Override
    public void map(Elementary f, double[] x, double[] z) {
        DoubleUnaryOperator function = RealFunctions.of(f);
        for (int i = 0; i < z.length; i++) {
            z[i] = function.applyAsDouble(x[i]);
        }
    }

    @Override
    public void selectPositive(double[] condition, double[] whenPositive, double[] otherwise, double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = condition[i] > 0 ? whenPositive[i] : condition[i] <= 0 ? otherwise[i] : Double.NaN;
        }
    }

    @Override
    public double[] sum(double[] x, Shape shape) {
        return Float64Reductions.sum(x, shape);
    }

    @Override
    public double[] mean(double[] x, Shape shape) {
        return Float64Reductions.mean(x, shape);
    }

    @Override
    public double[] max(double[] x, Shape shape) {
        return Float64Reductions.max(x, shape);
    }

    @Override
    public void product(
            double[] a, boolean transposeA, double[] b, boolean transposeB, double[] product, Shape shape, int terms) {
        products.multiply(a, transposeA, b, transposeB, product, shape.rows(), shape.columns(), terms);
    }

    @Override
    public Rows<double[]> rows() {
        return rows;
    }
}
