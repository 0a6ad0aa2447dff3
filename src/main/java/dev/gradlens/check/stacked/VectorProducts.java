package dev.gradlens.check.stacked;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Products of which four units at a time, two vectors of each, are added up in registers. */
final class VectorProducts implements Products {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int L = SPECIES.length();

    @Override
    public void multiply(double[] w, int inputs, double[][] units, int from, int to, double[][] out, int count, int n) {
        for (int u = 0; u < count; u += 4) {
            multiplyFour(w, inputs, units, from, to, out, Math.max(0, Math.min(u, count - 4)), count - 1, n);
        }
    }

    /** Those from unit u on, the last one several times where there are fewer. */
    private static void multiplyFour(
            double[] w, int inputs, double[][] units, int from, int to, double[][] out, int u, int last, int n) {
        int u1 = Math.min(u + 1, last);
        int u2 = Math.min(u + 2, last);
        int u3 = Math.min(u + 3, last);
        double[] out0 = out[u];
        double[] out1 = out[u1];
        double[] out2 = out[u2];
        double[] out3 = out[u3];
        for (int at = 0; at < n; at += 2 * L) {
            int next = Math.min(at + L, n - L);
            DoubleVector sum0 = DoubleVector.zero(SPECIES);
            DoubleVector sum1 = DoubleVector.zero(SPECIES);
            DoubleVector sum2 = DoubleVector.zero(SPECIES);
            DoubleVector sum3 = DoubleVector.zero(SPECIES);
            DoubleVector next0 = DoubleVector.zero(SPECIES);
            DoubleVector next1 = DoubleVector.zero(SPECIES);
            DoubleVector next2 = DoubleVector.zero(SPECIES);
            DoubleVector next3 = DoubleVector.zero(SPECIES);
            for (int k = from; k < to; k++) {
                DoubleVector d = fromArray(SPECIES, units[k], at);
                DoubleVector e = fromArray(SPECIES, units[k], next);
                DoubleVector w0 = DoubleVector.broadcast(SPECIES, w[u * inputs + k]);
                DoubleVector w1 = DoubleVector.broadcast(SPECIES, w[u1 * inputs + k]);
                DoubleVector w2 = DoubleVector.broadcast(SPECIES, w[u2 * inputs + k]);
                DoubleVector w3 = DoubleVector.broadcast(SPECIES, w[u3 * inputs + k]);
                sum0 = d.fma(w0, sum0);
                sum1 = d.fma(w1, sum1);
                sum2 = d.fma(w2, sum2);
                sum3 = d.fma(w3, sum3);
                next0 = e.fma(w0, next0);
                next1 = e.fma(w1, next1);
                next2 = e.fma(w2, next2);
                next3 = e.fma(w3, next3);
            }
            sum0.intoArray(out0, at);
            sum1.intoArray(out1, at);
            sum2.intoArray(out2, at);
            sum3.intoArray(out3, at);
            next0.intoArray(out0, next);
            next1.intoArray(out1, next);
            next2.intoArray(out2, next);
            next3.intoArray(out3, next);
        }
    }
}
