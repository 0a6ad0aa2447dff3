package dev.gradlens.tensor.blas;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of squares of floats in vectors of doubles. Their lanes are added one after the other, since the Vector API leaves the
 * order open in which its own reduction adds, so that it may change with the JIT compiler.
 */
final class Float32Sums {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final int L = DOUBLES.length();

    private Float32Sums() {}

    /** Σ a². */
    static double ofSquares(float[] a) {
        DoubleVector sum0 = DoubleVector.zero(DOUBLES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        int at = 0;
        for (; at + 4 * L <= a.length; at += 4 * L) {
            DoubleVector x0 = (DoubleVector) fromArray(FLOATS, a, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
            sum0 = x0.fma(x0, sum0);
            DoubleVector x1 = (DoubleVector) fromArray(FLOATS, a, at + L).convertShape(VectorOperators.F2D, DOUBLES, 0);
            sum1 = x1.fma(x1, sum1);
            DoubleVector x2 =
                    (DoubleVector) fromArray(FLOATS, a, at + 2 * L).convertShape(VectorOperators.F2D, DOUBLES, 0);
            sum2 = x2.fma(x2, sum2);
            DoubleVector x3 =
                    (DoubleVector) fromArray(FLOATS, a, at + 3 * L).convertShape(VectorOperators.F2D, DOUBLES, 0);
            sum3 = x3.fma(x3, sum3);
        }
        double sum = total(sum0.add(sum1).add(sum2.add(sum3)).toArray());
        for (; at < a.length; at++) {
            double x = a[at];
            sum += x * x;
        }
        return sum;
    }

    /** Σ (a − b)², of arrays of one length. */
    static double ofSquaredDifferences(float[] a, float[] b) {
        DoubleVector sum0 = DoubleVector.zero(DOUBLES);
        DoubleVector sum1 = sum0;
        DoubleVector sum2 = sum0;
        DoubleVector sum3 = sum0;
        int at = 0;
        for (; at + 4 * L <= a.length; at += 4 * L) {
            DoubleVector x0 = (DoubleVector) fromArray(FLOATS, a, at)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .sub(fromArray(FLOATS, b, at).convertShape(VectorOperators.F2D, DOUBLES, 0));
            sum0 = x0.fma(x0, sum0);
            DoubleVector x1 = (DoubleVector) fromArray(FLOATS, a, at + L)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .sub(fromArray(FLOATS, b, at + L).convertShape(VectorOperators.F2D, DOUBLES, 0));
            sum1 = x1.fma(x1, sum1);
            DoubleVector x2 = (DoubleVector) fromArray(FLOATS, a, at + 2 * L)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .sub(fromArray(FLOATS, b, at + 2 * L).convertShape(VectorOperators.F2D, DOUBLES, 0));
            sum2 = x2.fma(x2, sum2);
            DoubleVector x3 = (DoubleVector) fromArray(FLOATS, a, at + 3 * L)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0)
                    .sub(fromArray(FLOATS, b, at + 3 * L).convertShape(VectorOperators.F2D, DOUBLES, 0));
            sum3 = x3.fma(x3, sum3);
        }
        double sum = total(sum0.add(sum1).add(sum2.add(sum3)).toArray());
        for (; at < a.length; at++) {
            double x = (double) a[at] - b[at];
            sum += x * x;
        }
        return sum;
    }

    private static double total(double[] lanes) {
        double total = 0;
        for (double lane : lanes) {
            total += lane;
        }
        return total;
    }
}
