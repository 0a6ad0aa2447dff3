package dev.gradlens.diagnosis;

import java.util.Optional;

/**
 * Coefficients of the three paths in dZ = direct·D − throughMean·M − throughVariance·V that fit best. The true ones are 1.
 *
 * @param relativeResidual ‖yours − fitted‖ / ‖yours‖
 * @param withinRounding whether that is no more than rounding explains
 */
public record Fit(
        Coefficient direct,
        Coefficient throughMean,
        Coefficient throughVariance,
        double relativeResidual,
        boolean withinRounding) {

    /**
     * constant · gamma^gammaPower · s^sPower.
     *
     * @param constantReads the constant as a formula of m, such as {@code 1/m}; empty where none is near
     */
    public record Coefficient(double constant, Optional<String> constantReads, double gammaPower, double sPower) {}
}
