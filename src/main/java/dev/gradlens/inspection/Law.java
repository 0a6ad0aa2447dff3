package dev.gradlens.inspection;

import dev.gradlens.tensor.Precision;

/**
 * An identity that exact gradients satisfy, evaluated on the gradients shown, rescaled to J.
 *
 * @param kind which one
 * @param left its left side, an entry for each unit or example; one entry where both sides are summed
 * @param right its right side
 * @param residual the largest |left − right|; NaN if one is
 * @param holds whether that is rounding
 */
public record Law(Kind kind, double[] left, double[] right, double residual, boolean holds) {

    /**
     * How many units of roundoff a residual may be of the terms that it is left over from: far above rounding, far below a
     * mistake. Of random networks it is at most 6 in either precision; the sums over a large batch may round more.
     */
    private static final double ROUNDING = 4096;

    /** The identities. */
    public enum Kind {
        GRADIENT_SUMS_TO_ZERO("Σ dZ = 0 over what is normalized together"),
        GRADIENT_ALONG_NORMALIZED("⟨dZ, Znorm⟩ = D·ρ/s, with D = ⟨dZnorm, Znorm⟩"),
        WEIGHTS_ALONG_GRADIENT("⟨W, dW⟩ + b·db = D·ρ + λ‖W‖²"),
        BIAS_GRADIENT_VANISHES("db = 0 before batch normalization");

        private final String statement;

        Kind(String statement) {
            this.statement = statement;
        }

        /** The identity in symbols. */
        public String statement() {
            return statement;
        }
    }

    /**
     * Compares two sides.
     *
     * @param precision in which they were computed
     * @param terms for each entry the sum of the absolute terms behind it, which rounding is measured by
     */
    static Law of(Precision precision, Kind kind, double[] left, double[] right, double[] terms) {
        double residual = 0;
        boolean holds = true;
        for (int i = 0; i < left.length; i++) {
            double difference = precision.round(Math.abs(left[i] - right[i]));
            residual = Math.max(residual, difference);
            holds &= difference <= ROUNDING * precision.roundoff() * terms[i];
        }
        return new Law(kind, left, right, residual, holds);
    }
}
