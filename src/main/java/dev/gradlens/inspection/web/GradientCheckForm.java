package dev.gradlens.inspection.web;

import dev.gradlens.check.GradientCheck;
import dev.gradlens.check.Illustration;
import dev.gradlens.check.Method;
import dev.gradlens.check.Oracle;
import dev.gradlens.check.Sampling;
import dev.gradlens.check.SinglePrecision;
import dev.gradlens.check.Targets;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.bind.ShortForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the gradients are checked, or whether.
 *
 * @param oracle where the numbers come from that the gradients are compared with
 * @param targets which gradients are checked
 * @param tolerance the relative difference that passes, below 1, at which a zero would; where it is not given, 1e-9 for {@code complexStep}, 1e-6 for
 *     {@code centralDifference}, 1e-7 for {@code ridders}. In float32 it is how far a tensor may be from the oracle's
 *     beside its norm, 1e-3 where it is not given
 * @param step h, the same for every entry. Where it is not given, h follows the scale of each entry: 1e-30 of it for
 *     {@code complexStep}, 3e-5 for {@code centralDifference}; {@code ridders} begins with an eighth
 * @param maxPerTensor as many entries of each gradient, evenly spaced; all where it is not given
 * @param seed tells where the evenly spaced entries begin, and in which direction the Taylor test goes
 * @param stepSizeCurve whether to show how the oracle's error depends on its step
 * @param taylorTest whether to show how J leaves its tangent in a random direction
 */
@Called("a gradient check")
record GradientCheckForm(
        @Schema(defaultValue = "complexStep") @Nullable OracleName oracle,
        @Schema(defaultValue = "parameters") @Nullable Targets targets,

        @Positive @DecimalMax(value = "1", inclusive = false) @Nullable
        Double tolerance,

        @Positive @Nullable Double step,
        @Min(1) @Nullable Integer maxPerTensor,
        @Schema(defaultValue = "0") @Nullable Long seed,
        @Schema(defaultValue = "false") @Nullable Boolean stepSizeCurve,
        @Schema(defaultValue = "false") @Nullable Boolean taylorTest) {

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
    GradientCheck check(Precision precision) {
        Oracle byName =
                Objects.requireNonNullElse(oracle, OracleName.COMPLEX_STEP).oracle();
        double otherwise = precision == Precision.FLOAT32 ? SinglePrecision.TOLERANCE : byName.tolerance();
        return new GradientCheck(
                new Method(byName, step == null ? OptionalDouble.empty() : OptionalDouble.of(step)),
                Objects.requireNonNullElse(targets, Targets.PARAMETERS),
                Objects.requireNonNullElse(tolerance, otherwise),
                new Sampling(
                        Objects.requireNonNullElse(maxPerTensor, Integer.MAX_VALUE),
                        Objects.requireNonNullElse(seed, 0L)),
                illustrations());
    }

    private Set<Illustration> illustrations() {
        Set<Illustration> wanted = EnumSet.noneOf(Illustration.class);
        if (Boolean.TRUE.equals(stepSizeCurve)) {
            wanted.add(Illustration.STEP_SIZE_CURVE);
        }
        if (Boolean.TRUE.equals(taylorTest)) {
            wanted.add(Illustration.TAYLOR_TEST);
        }
        return wanted;
    }
}
