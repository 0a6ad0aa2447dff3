package dev.gradlens.tensor.blas;

import static jdk.incubator.vector.FloatVector.fromArray;

import dev.gradlens.tensor.Cores;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes that gain most from explicit vectors, by Java's Vector API: four vectors of columns at a time, held in registers
 * while the rows go by. In the first pass over them they are copied to where they lie one behind the other: rows of a
 * power of two apart share few lines of a cache, so that they would not stay in it for the next pass. Columns that fill no
 * vector are left to the plain loops.
 *
 * <p>No method here takes or gives vectors: one that the JIT compiler does not inline would put each into an object, and
 * whether it does changes from start to start.
 */
final class Float32VectorPasses extends Float32Passes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int L = SPECIES.length();

    private static final ThreadLocal<float[]> PACKED = ThreadLocal.withInitial(() -> new float[0]);

    Float32VectorPasses(Cores cores) {
        super(cores);
    }

    static int bits() {
        return SPECIES.vectorBitSize();
    }

    /** Room for m rows of so many vectors, kept by each thread. */
    private static float[] packed(int m, int vectors) {
        float[] room = PACKED.get();
        if (room.length < m * vectors * L) {
            room = new float[m * vectors * L];
            PACKED.set(room);
        }
        return room;
    }

    @Override
    void normalize(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Denominator denominator,
            Scale<float[]> scale,
            float[] a,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
        float[] packed = packed(m, 4);
        int j = from;
        for (; j + 4 * L <= to; j += 4 * L) {
            normalizeFour(z, packed, statistics, denominator, scale, a, floor, j, m, n);
        }
        for (; j + L <= to; j += L) {
            normalizeOne(z, statistics, denominator, scale, a, floor, j, m, n);
        }
        if (j < to) {
            super.normalize(z, statistics, denominator, scale, a, rectified, j, to, m, n);
        }
    }

    private static void normalizeFour(
            float[] z,
            float[] packed,
            ColumnStatistics<float[]> statistics,
            Denominator denominator,
            Scale<float[]> scale,
            float[] a,
            float floor,
            int j,
            int m,
            int n) {
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        for (int i = 0, from = j, to = 0; i < m; i++, from += n, to += 4 * L) {
            FloatVector x0 = fromArray(SPECIES, z, from);
            x0.intoArray(packed, to);
            sum0 = sum0.add(x0);
            FloatVector x1 = fromArray(SPECIES, z, from + L);
            x1.intoArray(packed, to + L);
            sum1 = sum1.add(x1);
            FloatVector x2 = fromArray(SPECIES, z, from + 2 * L);
            x2.intoArray(packed, to + 2 * L);
            sum2 = sum2.add(x2);
            FloatVector x3 = fromArray(SPECIES, z, from + 3 * L);
            x3.intoArray(packed, to + 3 * L);
            sum3 = sum3.add(x3);
        }
        FloatVector mean0 = sum0.mul(1f / m);
        FloatVector mean1 = sum1.mul(1f / m);
        FloatVector mean2 = sum2.mul(1f / m);
        FloatVector mean3 = sum3.mul(1f / m);
        sum0 = FloatVector.zero(SPECIES);
        sum1 = FloatVector.zero(SPECIES);
        sum2 = FloatVector.zero(SPECIES);
        sum3 = FloatVector.zero(SPECIES);
        FloatVector squares0 = FloatVector.zero(SPECIES);
        FloatVector squares1 = FloatVector.zero(SPECIES);
        FloatVector squares2 = FloatVector.zero(SPECIES);
        FloatVector squares3 = FloatVector.zero(SPECIES);
        for (int i = 0, from = 0; i < m; i++, from += 4 * L) {
            FloatVector x0 = fromArray(SPECIES, packed, from).sub(mean0);
            sum0 = sum0.add(x0);
            squares0 = x0.fma(x0, squares0);
            FloatVector x1 = fromArray(SPECIES, packed, from + L).sub(mean1);
            sum1 = sum1.add(x1);
            squares1 = x1.fma(x1, squares1);
            FloatVector x2 = fromArray(SPECIES, packed, from + 2 * L).sub(mean2);
            sum2 = sum2.add(x2);
            squares2 = x2.fma(x2, squares2);
            FloatVector x3 = fromArray(SPECIES, packed, from + 3 * L).sub(mean3);
            sum3 = sum3.add(x3);
            squares3 = x3.fma(x3, squares3);
        }
        mean0.intoArray(statistics.mean(), j);
        sum0.intoArray(statistics.reciprocal(), j);
        squares0.intoArray(statistics.slope(), j);
        mean1.intoArray(statistics.mean(), j + L);
        sum1.intoArray(statistics.reciprocal(), j + L);
        squares1.intoArray(statistics.slope(), j + L);
        mean2.intoArray(statistics.mean(), j + 2 * L);
        sum2.intoArray(statistics.reciprocal(), j + 2 * L);
        squares2.intoArray(statistics.slope(), j + 2 * L);
        mean3.intoArray(statistics.mean(), j + 3 * L);
        sum3.intoArray(statistics.reciprocal(), j + 3 * L);
        squares3.intoArray(statistics.slope(), j + 3 * L);
        finish(statistics, denominator, j, j + 4 * L, m);
        FloatVector lowest = FloatVector.broadcast(SPECIES, floor);
        mean0 = fromArray(SPECIES, statistics.mean(), j);
        FloatVector u0 = fromArray(SPECIES, scale.gamma(), j).mul(fromArray(SPECIES, statistics.reciprocal(), j));
        FloatVector beta0 = fromArray(SPECIES, scale.beta(), j);
        mean1 = fromArray(SPECIES, statistics.mean(), j + L);
        FloatVector u1 =
                fromArray(SPECIES, scale.gamma(), j + L).mul(fromArray(SPECIES, statistics.reciprocal(), j + L));
        FloatVector beta1 = fromArray(SPECIES, scale.beta(), j + L);
        mean2 = fromArray(SPECIES, statistics.mean(), j + 2 * L);
        FloatVector u2 = fromArray(SPECIES, scale.gamma(), j + 2 * L)
                .mul(fromArray(SPECIES, statistics.reciprocal(), j + 2 * L));
        FloatVector beta2 = fromArray(SPECIES, scale.beta(), j + 2 * L);
        mean3 = fromArray(SPECIES, statistics.mean(), j + 3 * L);
        FloatVector u3 = fromArray(SPECIES, scale.gamma(), j + 3 * L)
                .mul(fromArray(SPECIES, statistics.reciprocal(), j + 3 * L));
        FloatVector beta3 = fromArray(SPECIES, scale.beta(), j + 3 * L);
        for (int i = 0, from = 0, to = j; i < m; i++, from += 4 * L, to += n) {
            fromArray(SPECIES, packed, from)
                    .sub(mean0)
                    .fma(u0, beta0)
                    .max(lowest)
                    .intoArray(a, to);
            fromArray(SPECIES, packed, from + L)
                    .sub(mean1)
                    .fma(u1, beta1)
                    .max(lowest)
                    .intoArray(a, to + L);
            fromArray(SPECIES, packed, from + 2 * L)
                    .sub(mean2)
                    .fma(u2, beta2)
                    .max(lowest)
                    .intoArray(a, to + 2 * L);
            fromArray(SPECIES, packed, from + 3 * L)
                    .sub(mean3)
                    .fma(u3, beta3)
                    .max(lowest)
                    .intoArray(a, to + 3 * L);
        }
    }

    private static void normalizeOne(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Denominator denominator,
            Scale<float[]> scale,
            float[] a,
            float floor,
            int j,
            int m,
            int n) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int i = 0, at = j; i < m; i++, at += n) {
            sum = sum.add(fromArray(SPECIES, z, at));
        }
        FloatVector mean = sum.mul(1f / m);
        sum = FloatVector.zero(SPECIES);
        FloatVector squares = FloatVector.zero(SPECIES);
        for (int i = 0, at = j; i < m; i++, at += n) {
            FloatVector x = fromArray(SPECIES, z, at).sub(mean);
            sum = sum.add(x);
            squares = x.fma(x, squares);
        }
        mean.intoArray(statistics.mean(), j);
        sum.intoArray(statistics.reciprocal(), j);
        squares.intoArray(statistics.slope(), j);
        finish(statistics, denominator, j, j + L, m);
        FloatVector lowest = FloatVector.broadcast(SPECIES, floor);
        mean = fromArray(SPECIES, statistics.mean(), j);
        FloatVector u = fromArray(SPECIES, scale.gamma(), j).mul(fromArray(SPECIES, statistics.reciprocal(), j));
        FloatVector beta = fromArray(SPECIES, scale.beta(), j);
        for (int i = 0, at = j; i < m; i++, at += n) {
            fromArray(SPECIES, z, at).sub(mean).fma(u, beta).max(lowest).intoArray(a, at);
        }
    }

    @Override
    void normalizeBackward(
            float[] z,
            ColumnStatistics<float[]> statistics,
            Scale<float[]> scale,
            float[] d,
            Scale<float[]> gradients,
            float[] total,
            boolean rectified,
            int from,
            int to,
            int m,
            int n) {
        float floor = rectified ? 0 : Float.NEGATIVE_INFINITY;
        float[] packed = packed(m, 8);
        int j = from;
        for (; j + 4 * L <= to; j += 4 * L) {
            backwardFour(z, packed, statistics, scale, d, gradients, total, floor, j, m, n);
        }
        for (; j + L <= to; j += L) {
            backwardOne(z, packed, statistics, scale, d, gradients, total, floor, j, m, n);
        }
        if (j < to) {
            super.normalizeBackward(z, statistics, scale, d, gradients, total, rectified, j, to, m, n);
        }
    }

    private static void backwardFour(
            float[] z,
            float[] packed,
            ColumnStatistics<float[]> statistics,
            Scale<float[]> scale,
            float[] d,
            Scale<float[]> gradients,
            float[] total,
            float floor,
            int j,
            int m,
            int n) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector lowest = FloatVector.broadcast(SPECIES, floor);
        FloatVector mean0 = fromArray(SPECIES, statistics.mean(), j);
        FloatVector u0 = fromArray(SPECIES, scale.gamma(), j).mul(fromArray(SPECIES, statistics.reciprocal(), j));
        FloatVector beta0 = fromArray(SPECIES, scale.beta(), j);
        FloatVector sum0 = FloatVector.zero(SPECIES);
        FloatVector along0 = FloatVector.zero(SPECIES);
        FloatVector mean1 = fromArray(SPECIES, statistics.mean(), j + L);
        FloatVector u1 =
                fromArray(SPECIES, scale.gamma(), j + L).mul(fromArray(SPECIES, statistics.reciprocal(), j + L));
        FloatVector beta1 = fromArray(SPECIES, scale.beta(), j + L);
        FloatVector sum1 = FloatVector.zero(SPECIES);
        FloatVector along1 = FloatVector.zero(SPECIES);
        FloatVector mean2 = fromArray(SPECIES, statistics.mean(), j + 2 * L);
        FloatVector u2 = fromArray(SPECIES, scale.gamma(), j + 2 * L)
                .mul(fromArray(SPECIES, statistics.reciprocal(), j + 2 * L));
        FloatVector beta2 = fromArray(SPECIES, scale.beta(), j + 2 * L);
        FloatVector sum2 = FloatVector.zero(SPECIES);
        FloatVector along2 = FloatVector.zero(SPECIES);
        FloatVector mean3 = fromArray(SPECIES, statistics.mean(), j + 3 * L);
        FloatVector u3 = fromArray(SPECIES, scale.gamma(), j + 3 * L)
                .mul(fromArray(SPECIES, statistics.reciprocal(), j + 3 * L));
        FloatVector beta3 = fromArray(SPECIES, scale.beta(), j + 3 * L);
        FloatVector sum3 = FloatVector.zero(SPECIES);
        FloatVector along3 = FloatVector.zero(SPECIES);
        for (int i = 0, from = j, to = 0; i < m; i++, from += n, to += 8 * L) {
            FloatVector x0 = fromArray(SPECIES, z, from).sub(mean0);
            FloatVector y0 =
                    zero.blend(fromArray(SPECIES, d, from), x0.fma(u0, beta0).compare(VectorOperators.GT, lowest));
            x0.intoArray(packed, to);
            y0.intoArray(packed, to + 4 * L);
            sum0 = sum0.add(y0);
            along0 = y0.fma(x0, along0);
            FloatVector x1 = fromArray(SPECIES, z, from + L).sub(mean1);
            FloatVector y1 = zero.blend(
                    fromArray(SPECIES, d, from + L), x1.fma(u1, beta1).compare(VectorOperators.GT, lowest));
            x1.intoArray(packed, to + L);
            y1.intoArray(packed, to + L + 4 * L);
            sum1 = sum1.add(y1);
            along1 = y1.fma(x1, along1);
            FloatVector x2 = fromArray(SPECIES, z, from + 2 * L).sub(mean2);
            FloatVector y2 = zero.blend(
                    fromArray(SPECIES, d, from + 2 * L), x2.fma(u2, beta2).compare(VectorOperators.GT, lowest));
            x2.intoArray(packed, to + 2 * L);
            y2.intoArray(packed, to + 2 * L + 4 * L);
            sum2 = sum2.add(y2);
            along2 = y2.fma(x2, along2);
            FloatVector x3 = fromArray(SPECIES, z, from + 3 * L).sub(mean3);
            FloatVector y3 = zero.blend(
                    fromArray(SPECIES, d, from + 3 * L), x3.fma(u3, beta3).compare(VectorOperators.GT, lowest));
            x3.intoArray(packed, to + 3 * L);
            y3.intoArray(packed, to + 3 * L + 4 * L);
            sum3 = sum3.add(y3);
            along3 = y3.fma(x3, along3);
        }
        sum0.intoArray(gradients.beta(), j);
        along0.mul(fromArray(SPECIES, statistics.reciprocal(), j)).intoArray(gradients.gamma(), j);
        sum0 = sum0.mul(1f / m);
        along0 = along0.mul(fromArray(SPECIES, statistics.slope(), j));
        sum1.intoArray(gradients.beta(), j + L);
        along1.mul(fromArray(SPECIES, statistics.reciprocal(), j + L)).intoArray(gradients.gamma(), j + L);
        sum1 = sum1.mul(1f / m);
        along1 = along1.mul(fromArray(SPECIES, statistics.slope(), j + L));
        sum2.intoArray(gradients.beta(), j + 2 * L);
        along2.mul(fromArray(SPECIES, statistics.reciprocal(), j + 2 * L)).intoArray(gradients.gamma(), j + 2 * L);
        sum2 = sum2.mul(1f / m);
        along2 = along2.mul(fromArray(SPECIES, statistics.slope(), j + 2 * L));
        sum3.intoArray(gradients.beta(), j + 3 * L);
        along3.mul(fromArray(SPECIES, statistics.reciprocal(), j + 3 * L)).intoArray(gradients.gamma(), j + 3 * L);
        sum3 = sum3.mul(1f / m);
        along3 = along3.mul(fromArray(SPECIES, statistics.slope(), j + 3 * L));
        FloatVector added0 = zero;
        FloatVector added1 = zero;
        FloatVector added2 = zero;
        FloatVector added3 = zero;
        for (int i = 0, from = 0, to = j; i < m; i++, from += 8 * L, to += n) {
            FloatVector dZ0 = fromArray(SPECIES, packed, from + 4 * L)
                    .sub(sum0)
                    .sub(fromArray(SPECIES, packed, from).mul(along0))
                    .mul(u0);
            dZ0.intoArray(d, to);
            added0 = added0.add(dZ0);
            FloatVector dZ1 = fromArray(SPECIES, packed, from + L + 4 * L)
                    .sub(sum1)
                    .sub(fromArray(SPECIES, packed, from + L).mul(along1))
                    .mul(u1);
            dZ1.intoArray(d, to + L);
            added1 = added1.add(dZ1);
            FloatVector dZ2 = fromArray(SPECIES, packed, from + 2 * L + 4 * L)
                    .sub(sum2)
                    .sub(fromArray(SPECIES, packed, from + 2 * L).mul(along2))
                    .mul(u2);
            dZ2.intoArray(d, to + 2 * L);
            added2 = added2.add(dZ2);
            FloatVector dZ3 = fromArray(SPECIES, packed, from + 3 * L + 4 * L)
                    .sub(sum3)
                    .sub(fromArray(SPECIES, packed, from + 3 * L).mul(along3))
                    .mul(u3);
            dZ3.intoArray(d, to + 3 * L);
            added3 = added3.add(dZ3);
        }
        added0.intoArray(total, j);
        added1.intoArray(total, j + L);
        added2.intoArray(total, j + 2 * L);
        added3.intoArray(total, j + 3 * L);
    }

    private static void backwardOne(
            float[] z,
            float[] packed,
            ColumnStatistics<float[]> statistics,
            Scale<float[]> scale,
            float[] d,
            Scale<float[]> gradients,
            float[] total,
            float floor,
            int j,
            int m,
            int n) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector lowest = FloatVector.broadcast(SPECIES, floor);
        FloatVector mean = fromArray(SPECIES, statistics.mean(), j);
        FloatVector u = fromArray(SPECIES, scale.gamma(), j).mul(fromArray(SPECIES, statistics.reciprocal(), j));
        FloatVector beta = fromArray(SPECIES, scale.beta(), j);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector along = FloatVector.zero(SPECIES);
        for (int i = 0, from = j, to = 0; i < m; i++, from += n, to += 2 * L) {
            FloatVector x = fromArray(SPECIES, z, from).sub(mean);
            FloatVector y =
                    zero.blend(fromArray(SPECIES, d, from), x.fma(u, beta).compare(VectorOperators.GT, lowest));
            x.intoArray(packed, to);
            y.intoArray(packed, to + L);
            sum = sum.add(y);
            along = y.fma(x, along);
        }
        sum.intoArray(gradients.beta(), j);
        along.mul(fromArray(SPECIES, statistics.reciprocal(), j)).intoArray(gradients.gamma(), j);
        sum = sum.mul(1f / m);
        along = along.mul(fromArray(SPECIES, statistics.slope(), j));
        FloatVector added = zero;
        for (int i = 0, from = 0, to = j; i < m; i++, from += 2 * L, to += n) {
            FloatVector dZ = fromArray(SPECIES, packed, from + L)
                    .sub(sum)
                    .sub(fromArray(SPECIES, packed, from).mul(along))
                    .mul(u);
            dZ.intoArray(d, to);
            added = added.add(dZ);
        }
        added.intoArray(total, j);
    }

    /** The exponentials of all examples at once, however few outputs each has. */
    @Override
    public double softmaxCrossEntropy(float[] z, float[] y, float[] d, int m, int n) {
        float[] largest = new float[m];
        for (int i = 0; i < m; i++) {
            float max = z[i * n];
            for (int at = i * n + 1; at < (i + 1) * n; at++) {
                max = Math.max(max, z[at]); // NaN if either is
            }
            largest[i] = max;
            for (int at = i * n; at < (i + 1) * n; at++) {
                d[at] = z[at] - max;
            }
        }
        Float32Exponentials.replace(d, m * n);
        double cost = 0;
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int at = i * n; at < (i + 1) * n; at++) {
                sum += d[at];
            }
            cost += Float32Softmax.finish(z, y, d, i * n, n, 1f / m, largest[i], sum);
        }
        return cost / m;
    }

    @Override
    public double sumOfSquares(float[] entries) {
        return Float32Sums.ofSquares(entries);
    }

    @Override
    public double sumOfSquaredDifferences(float[] a, float[] b) {
        return Float32Sums.ofSquaredDifferences(a, b);
    }
}
