package dev.gradlens.network.normalization;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;

/**
 * The small number that keeps the denominator s away from 0, and where it stands.
 *
 * @param value ≥ 0; with 0 a variance of 0 gives NaN
 * @param placement inside or outside of the root
 */
public record Epsilon(double value, Placement placement) {

    /** Where epsilon stands in s. */
    public enum Placement {
        /** s = √(sigma2 + epsilon), as in Ioffe and Szegedy. */
        INSIDE_SQRT,
        /** s = √sigma2 + epsilon. */
        OUTSIDE_SQRT;

        /** The one that is not this one. */
        public Placement other() {
            return this == INSIDE_SQRT ? OUTSIDE_SQRT : INSIDE_SQRT;
        }
    }

    Epsilon rounded(Precision precision) {
        return new Epsilon(precision.round(value), placement);
    }

    /** s, of the shape of sigma2. */
    public Matrix denominator(Kernels k, Matrix sigma2) {
        return switch (placement) {
            case INSIDE_SQRT -> k.map(Elementary.SQRT, k.add(sigma2, value));
            case OUTSIDE_SQRT -> k.add(k.map(Elementary.SQRT, sigma2), value);
        };
    }

    /**
     * ds/dsigma2, of the shape of sigma2: 1/(2s) inside, 1/(2√sigma2) outside. Outside it does not exist at sigma2 = 0,
     * where nothing deviates from the mean and no path leads through the variance: 0 stands for it.
     */
    Matrix slope(Kernels k, Matrix sigma2, Matrix s) {
        return switch (placement) {
            case INSIDE_SQRT -> reciprocalOfTwice(k, s);
            case OUTSIDE_SQRT ->
                k.selectPositive(sigma2, reciprocalOfTwice(k, k.map(Elementary.SQRT, sigma2)), k.constant(0));
        };
    }

    private static Matrix reciprocalOfTwice(Kernels k, Matrix root) {
        return k.divide(k.constant(0.5), root);
    }
}
