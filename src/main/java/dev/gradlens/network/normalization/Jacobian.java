package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;

/**
 * The Jacobian ∂Ztilda/∂Z of a normalization, by its closed form and not by its backward pass. What is normalized together
 * depends on nothing else, so that there is a square matrix for each unit over the batch, or for each example over its units.
 *
 * <pre>
 * ∂Ztilda_j/∂Z_i = gamma_j · ( δ_ij/s  −  1/(k·s)  −  Znorm_j·Znorm_i/(d·r) )
 *                              direct    through mean   through variance
 * </pre>
 *
 * <p>k values are normalized together, and the sum of their squares is divided by d = k, or k − 1 where the variance is
 * unbiased. r = s where epsilon is inside of the root, √sigma2 where it is outside; there is no path through a sigma2 of 0
 * then. RMS normalization has no path through the mean, and fixed statistics leave the direct one alone.
 *
 * <p>Ioffe and Szegedy, "Batch Normalization", 2015, section 3; with d = k and r = s it is gamma/s·(I − (1 + Znorm·Znormᵀ)/k).
 *
 * @param axis along which values are normalized together
 * @param groups how many matrices there are: n units over the batch, m examples over the units
 * @param size k: m examples over the batch, n units over the units
 * @param entries ∂Ztilda_j/∂Z_i of group f at (f·k + j)·k + i; not copied
 */
public record Jacobian(Axis axis, int groups, int size, double[] entries) {

    /**
     * The Jacobian where forward left this tape.
     *
     * @param gamma 1×n
     */
    public static Jacobian of(Normalization normalization, NormalizationTape tape, Matrix gamma) {
        Axis axis = normalization instanceof BatchNorm ? Axis.ROWS : Axis.COLUMNS;
        return new Terms(normalization, tape, axis, gamma.toArray()).jacobian();
    }

    /** ∂Ztilda_j/∂Z_i of a group, all counted from 0. */
    public double at(int group, int j, int i) {
        return entries[(group * size + j) * size + i];
    }

    /** Jᵀ·dZtilda, which is dZ: m×n of m×n. */
    public Values transposedTimes(Values dZTilda) {
        Values upstream = grouped(dZTilda, axis);
        double[] product = new double[groups * size];
        for (int f = 0; f < groups; f++) {
            for (int j = 0; j < size; j++) {
                for (int i = 0; i < size; i++) {
                    product[f * size + i] += at(f, j, i) * upstream.at(f, j);
                }
            }
        }
        return grouped(new Values(groups, size, product), axis);
    }

    /** What is normalized together in each row; the same function leads back. */
    private static Values grouped(Values values, Axis axis) {
        return axis == Axis.ROWS ? values.transposed() : values;
    }

    /** The terms of the closed form, a group in each row. */
    private static final class Terms {
        private final Axis axis;
        private final double[] gamma;
        private final double[] s;
        private final double[] weightOfMean; // 1/(k·s) of each group
        private final double[] weightOfVariance; // 1/(d·r)
        private final Values zNorm;

        Terms(Normalization normalization, NormalizationTape tape, Axis axis, double[] gamma) {
            this.axis = axis;
            this.gamma = gamma;
            this.s = tape.s().toArray();
            this.zNorm = grouped(tape.zNorm().values(), axis);
            this.weightOfMean = new double[s.length];
            this.weightOfVariance = new double[s.length];
            double[] sigma2 = tape.sigma2().toArray();
            for (int f = 0; f < s.length && !tape.statisticsAreFixed(); f++) {
                weightOfMean[f] = tape.mu() == null ? 0 : 1 / (zNorm.columns() * s[f]);
                weightOfVariance[f] = reciprocalOfRoot(normalization.epsilon(), s[f], sigma2[f]) / tape.divisor();
            }
        }

        private static double reciprocalOfRoot(Epsilon epsilon, double s, double sigma2) {
            return switch (epsilon.placement()) {
                case INSIDE_SQRT -> 1 / s;
                case OUTSIDE_SQRT -> sigma2 > 0 ? 1 / Math.sqrt(sigma2) : 0;
            };
        }

        Jacobian jacobian() {
            int size = zNorm.columns();
            double[] entries = new double[Math.multiplyExact(Math.multiplyExact(s.length, size), size)];
            for (int index = 0; index < entries.length; index++) {
                entries[index] = entry(index / size / size, index / size % size, index % size);
            }
            return new Jacobian(axis, s.length, size, entries);
        }

        private double entry(int f, int j, int i) {
            double direct = i == j ? 1 / s[f] : 0;
            double throughMean = weightOfMean[f];
            double throughVariance = zNorm.at(f, j) * zNorm.at(f, i) * weightOfVariance[f];
            return gamma[axis == Axis.ROWS ? f : j] * (direct - throughMean - throughVariance);
        }
    }
}
