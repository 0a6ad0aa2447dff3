package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Values;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** An m×n matrix of complex numbers, in plain loops. Binary verbs repeat a side of length 1. */
record ComplexMatrix(int rows, int columns, double[] re, double[] im) {

    static ComplexMatrix zeros(int rows, int columns) {
        return new ComplexMatrix(rows, columns, new double[rows * columns], new double[rows * columns]);
    }

    static ComplexMatrix of(Values real) {
        return new ComplexMatrix(real.rows(), real.columns(), real.rowMajor(), new double[real.size()]);
    }

    Complex at(int i, int j) {
        int index = (rows == 1 ? 0 : i) * columns + (columns == 1 ? 0 : j);
        return new Complex(re[index], im[index]);
    }

    void set(int i, int j, Complex value) {
        re[i * columns + j] = value.re();
        im[i * columns + j] = value.im();
    }

    /** A copy in which one entry has moved by i·step. */
    ComplexMatrix stepped(int i, int j, double step) {
        double[] moved = im.clone();
        moved[i * columns + j] += step;
        return new ComplexMatrix(rows, columns, re, moved);
    }

    /** A copy in which one entry has moved along the real axis. */
    ComplexMatrix moved(int i, int j, double step) {
        double[] moved = re.clone();
        moved[i * columns + j] += step;
        return new ComplexMatrix(rows, columns, moved, im);
    }

    ComplexMatrix copy() {
        return new ComplexMatrix(rows, columns, re.clone(), im.clone());
    }

    /** The largest |imaginary part|; NaN where one is. */
    double largestImaginary() {
        double largest = 0;
        for (double part : im) {
            largest = Math.max(largest, Math.abs(part));
        }
        return largest;
    }

    /** The largest |imaginary part| / |real part|; NaN where one is. */
    double largestSlant() {
        double largest = 0;
        for (int index = 0; index < im.length; index++) {
            largest = im[index] == 0 ? largest : Math.max(largest, Math.abs(im[index] / re[index]));
        }
        return largest;
    }

    /** The largest finite |real part|. */
    double largest() {
        double largest = 0;
        for (double part : re) {
            largest = Double.isFinite(part) ? Math.max(largest, Math.abs(part)) : largest;
        }
        return largest;
    }

    ComplexMatrix map(UnaryOperator<Complex> f) {
        ComplexMatrix result = zeros(rows, columns);
        for (int index = 0; index < re.length; index++) {
            Complex value = f.apply(new Complex(re[index], im[index]));
            result.re[index] = value.re();
            result.im[index] = value.im();
        }
        return result;
    }

    /** The same where most entries are those of a matrix of which the result is known. */
    ComplexMatrix map(UnaryOperator<Complex> f, ComplexMatrix known, ComplexMatrix result) {
        ComplexMatrix mapped = result.copy();
        for (int index = 0; index < re.length; index++) {
            if (im[index] != known.im[index] || re[index] != known.re[index]) {
                Complex value = f.apply(new Complex(re[index], im[index]));
                mapped.re[index] = value.re();
                mapped.im[index] = value.im();
            }
        }
        return mapped;
    }

    ComplexMatrix combine(ComplexMatrix other, BinaryOperator<Complex> f) {
        ComplexMatrix result = zeros(Math.max(rows, other.rows), Math.max(columns, other.columns));
        for (int i = 0; i < result.rows; i++) {
            for (int j = 0; j < result.columns; j++) {
                result.set(i, j, f.apply(at(i, j), other.at(i, j)));
            }
        }
        return result;
    }

    /** The sum along an axis. */
    ComplexMatrix sum(Axis axis) {
        ComplexMatrix result = axis == Axis.ROWS ? zeros(1, columns) : zeros(rows, 1);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int target = axis == Axis.ROWS ? j : i;
                result.re[target] += re[i * columns + j];
                result.im[target] += im[i * columns + j];
            }
        }
        return result;
    }

    /** The mean along an axis, corrected by the mean of what is left, so that equal numbers have that number as mean. */
    ComplexMatrix mean(Axis axis) {
        double count = axis == Axis.ROWS ? rows : columns;
        ComplexMatrix first = sum(axis).map(total -> total.times(1 / count));
        ComplexMatrix rest = combine(first, Complex::minus).sum(axis).map(total -> total.times(1 / count));
        return first.combine(rest, Complex::plus);
    }

    /** Re + i·Im·wᵀ, given Re: the imaginary part of this·wᵀ for a real w, of which most rows and columns are often 0. */
    ComplexMatrix imaginaryTimes(Values wTransposed, double[] realProduct) {
        int n = wTransposed.columns();
        double[] product = new double[rows * n];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                addScaled(im[i * columns + k], wTransposed, k, product, i * n);
            }
        }
        return new ComplexMatrix(rows, n, realProduct, product);
    }

    private static void addScaled(double factor, Values rowsOf, int k, double[] sum, int at) {
        int n = rowsOf.columns();
        for (int j = 0; factor != 0 && j < n; j++) {
            sum[at + j] += factor * rowsOf.rowMajor()[k * n + j];
        }
    }

    /** This·wᵀ of the real part alone, of shapes m×k and n×k. */
    double[] realTimesTransposed(ComplexMatrix w) {
        double[] product = new double[rows * w.rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < w.rows; j++) {
                product[i * w.rows + j] = realDot(i, w, j);
            }
        }
        return product;
    }

    private double realDot(int i, ComplexMatrix w, int j) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
            sum += re[i * columns + k] * w.re[j * columns + k];
        }
        return sum;
    }

    /** Row i times row j of w. */
    Complex dot(int i, ComplexMatrix w, int j) {
        double real = 0;
        double imaginary = 0;
        for (int k = 0; k < columns; k++) {
            double a = re[i * columns + k];
            double b = im[i * columns + k];
            double c = w.re[j * columns + k];
            double d = w.im[j * columns + k];
            real += a * c - b * d;
            imaginary += a * d + b * c;
        }
        return new Complex(real, imaginary);
    }
}
