package dev.gradlens.tensor.blas;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * exp of floats that are not positive, by vectors. The Vector API's own exp gives other last digits once the JIT compiler has
 * got to it than before, so that no two trainings would be the same; here are only additions, multiplications and shifts, which
 * are the same always.
 *
 * <p>exp(x) = 2ⁿ·exp(r) with x = n·ln 2 + r and |r| ≤ ½·ln 2; exp(r) by its series up to r⁷, which leaves 5e-9 of it. Within two
 * units in the last place; 0 below the smallest normal number.
 */
final class Float32Exponentials {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int L = SPECIES.length();

    /** exp of it is the smallest normal number, 2⁻¹²⁶. */
    private static final float LOWEST = -87.33654f;
    /** Added and subtracted, it rounds to a whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    private static final float LOG2_OF_E = 1.442695f;
    /** The upper bits of ln 2, so few that n times it is exact. */
    private static final float LN2_UPPER = 0x1.63p-1f;
    /** ln 2 less its upper bits. */
    private static final float LN2_LOWER = -0x1.bd0106p-13f;

    private static final int BIAS = 127;
    private static final int EXPONENT_AT = 23;

    private Float32Exponentials() {}

    /** In place, of the first {@code length}. */
    static void replace(float[] x, int length) {
        int at = 0;
        for (; at + L <= length; at += L) {
            FloatVector given = fromArray(SPECIES, x, at);
            FloatVector bounded = given.max(LOWEST); // NaN stays
            FloatVector n = bounded.fma(broadcast(SPECIES, LOG2_OF_E), broadcast(SPECIES, ROUNDING))
                    .sub(ROUNDING);
            FloatVector r = n.fma(broadcast(SPECIES, -LN2_UPPER), bounded);
            r = n.fma(broadcast(SPECIES, -LN2_LOWER), r);
            FloatVector series = broadcast(SPECIES, 1f / 5040).fma(r, broadcast(SPECIES, 1f / 720));
            series = series.fma(r, broadcast(SPECIES, 1f / 120));
            series = series.fma(r, broadcast(SPECIES, 1f / 24));
            series = series.fma(r, broadcast(SPECIES, 1f / 6));
            series = series.fma(r, broadcast(SPECIES, 0.5f));
            series = series.fma(r, broadcast(SPECIES, 1));
            series = series.fma(r, broadcast(SPECIES, 1));
            IntVector exponent = (IntVector) n.convert(VectorOperators.F2I, 0);
            FloatVector power = exponent.add(BIAS)
                    .lanewise(VectorOperators.LSHL, EXPONENT_AT)
                    .reinterpretAsFloats();
            series.mul(power)
                    .blend(0, given.compare(VectorOperators.LT, LOWEST))
                    .intoArray(x, at);
        }
        for (; at < length; at++) {
            x[at] = (float) Math.exp(x[at]);
        }
    }
}
