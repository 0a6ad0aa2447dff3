package dev.gradlens.check.stacked;

import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;

/**
 * The denominators s of the unmoved network.
 *
 * @param sigma2 the variances
 * @param root what the square roots gave of them
 * @param divisor of the sums of squares
 * @param inside what is added to a variance
 * @param outside what is added to a root
 */
record Denominator(double[] sigma2, double[] root, double divisor, double inside, double outside) {

    static Denominator of(double[] sigma2, double divisor, Epsilon epsilon) {
        boolean isInside = epsilon.placement() == Placement.INSIDE_SQRT;
        double inside = isInside ? epsilon.value() : 0;
        double[] root = new double[sigma2.length];
        for (int index = 0; index < root.length; index++) {
            root[index] = Math.sqrt(sigma2[index] + inside);
        }
        return new Denominator(sigma2, root, divisor, inside, isInside ? 0 : epsilon.value());
    }
}
