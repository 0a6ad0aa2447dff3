package dev.gradlens.check;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.ComplexStep;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.MovedCost;
import dev.gradlens.check.oracle.Ridders;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.check.stacked.Buffers;
import dev.gradlens.check.stacked.StackedComplexStep;
import dev.gradlens.check.stacked.StackedDifference;
import java.util.OptionalDouble;

/**
 * An oracle with its step.
 *
 * @param oracle where the numbers come from
 * @param given h itself, for every entry alike, &gt; 0; where it is empty, h follows the scale of each entry
 */
public record Method(Oracle oracle, OptionalDouble given) {

    /** With the step that suits each entry. */
    public static Method of(Oracle oracle) {
        return new Method(oracle, OptionalDouble.empty());
    }

    /** What is told as the step: h where it was given, else h beside the scale of an entry. */
    double step() {
        return given.orElse(oracle.step());
    }

    /** Whether the derivatives by parameters are computed many at once. */
    boolean isStacked() {
        return switch (oracle) {
            case COMPLEX_STEP -> given.isEmpty();
            case CENTRAL_DIFFERENCE -> true;
            case RIDDERS -> false;
        };
    }

    private StepSize stepSize() {
        return given.isPresent() ? StepSize.absolute(given.getAsDouble()) : StepSize.relative(oracle.step());
    }

    /**
     * The oracle at work.
     *
     * @param costNoise how far rounding may move J
     * @param buffers for what it stacks
     */
    Derivatives derivatives(ComplexNetwork network, double costNoise, Buffers buffers) {
        return oracle == Oracle.COMPLEX_STEP && given.isEmpty()
                ? new StackedComplexStep(network, buffers)
                : derivatives(network, stepSize(), costNoise, buffers);
    }

    /** The oracle with another step. */
    Derivatives derivatives(ComplexNetwork network, StepSize step, double costNoise, Buffers buffers) {
        return switch (oracle) {
            case COMPLEX_STEP -> new ComplexStep(network, step);
            case CENTRAL_DIFFERENCE ->
                new StackedDifference(new CentralDifference(new MovedCost(network), step, costNoise), network, buffers);
            case RIDDERS -> new Ridders(new MovedCost(network), step, costNoise);
        };
    }
}
