package dev.gradlens.inspection.web;

import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Oracle;
import dev.gradlens.check.Sampling;
import dev.gradlens.check.Targets;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.NotSupportedYet;
import dev.gradlens.wire.bind.ShortForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the gradients are checked, or whether.
 *
 * @param oracle where the numbers come from that the gradients are compared with
 * @param targets which gradients are checked
 * @param tolerance the relative difference that passes; 1e-9 for {@code complexStep} where it is not given
 * @param maxPerTensor as many entries of each gradient, evenly spaced; all where it is not given
 * @param seed tells where the evenly spaced entries begin
 */
@Called("a gradient check")
record GradientCheckForm(
        @Schema(defaultValue = "complexStep") @Nullable OracleName oracle,
        @Schema(defaultValue = "parameters") @Nullable Targets targets,
        @Positive @Nullable Double tolerance,
        @NotSupportedYet @Nullable Double step,
        @Min(1) @Nullable Integer maxPerTensor,
        @Schema(defaultValue = "0") @Nullable Long seed,
        @NotSupportedYet @Nullable Boolean stepSizeCurve,
        @NotSupportedYet @Nullable Boolean taylorTest) {

    private static final GradientCheckForm ON = new GradientCheckForm(null, null, null, null, null, null, null, null);
    /** No client can ask for 0 entries, so this stands for false. */
    private static final GradientCheckForm OFF = new GradientCheckForm(null, null, null, null, 0, null, null, null);

    /** true: all of it by default; false: none. */
    @ShortForm
    static GradientCheckForm of(Boolean wanted) {
        return wanted ? ON : OFF;
    }

    static GradientCheckForm byDefault() {
        return ON;
    }

    boolean isOff() {
        return maxPerTensor != null && maxPerTensor == 0;
    }

    /** The check, with every entry looked at unless there is a maximum. */
    GradientCheck check() {
        Oracle byName =
                Objects.requireNonNullElse(oracle, OracleName.COMPLEX_STEP).oracle();
        int entries = Objects.requireNonNullElse(maxPerTensor, Integer.MAX_VALUE);
        return new GradientCheck(
                byName,
                Objects.requireNonNullElse(targets, Targets.PARAMETERS),
                Objects.requireNonNullElse(tolerance, byName.tolerance()),
                new Sampling(entries, Objects.requireNonNullElse(seed, 0L)));
    }
}
