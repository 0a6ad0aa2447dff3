package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.diagnosis.Fit;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Coefficients of the three paths in dZ = direct·D − throughMean·M − throughVariance·V that fit best; the true ones are 1, and
 * −1 of one that is taken away is one with the wrong sign.
 *
 * @param direct of D
 * @param throughMean of M
 * @param throughVariance of V
 * @param relativeResidual ‖yours − fitted‖/‖yours‖
 * @param withinRounding whether that is no more than rounding explains
 */
@Schema(name = "Fit")
record FitAnswer(
        CoefficientAnswer direct,
        CoefficientAnswer throughMean,
        CoefficientAnswer throughVariance,
        double relativeResidual,
        boolean withinRounding) {

    /**
     * constant · gamma^gammaPower · s^sPower.
     *
     * @param constant a number
     * @param constantReads the constant as a formula of m, such as 1/m; absent where none is near
     * @param gammaPower 0 is as it should be
     * @param sPower 0 is as it should be
     */
    @Schema(name = "Coefficient")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CoefficientAnswer(double constant, @Nullable String constantReads, double gammaPower, double sPower) {}

    static FitAnswer of(Fit fit) {
        return new FitAnswer(
                of(fit.direct()),
                of(fit.throughMean()),
                of(fit.throughVariance()),
                fit.relativeResidual(),
                fit.withinRounding());
    }

    private static CoefficientAnswer of(Fit.Coefficient coefficient) {
        return new CoefficientAnswer(
                coefficient.constant(),
                coefficient.constantReads().orElse(null),
                coefficient.gammaPower(),
                coefficient.sPower());
    }
}
