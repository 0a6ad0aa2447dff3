package dev.gradlens.check;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.ComplexStep;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.MovedCost;
import dev.gradlens.check.oracle.Ridders;
import dev.gradlens.check.oracle.StepSize;
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

    private StepSize stepSize() {
        return given.isPresent() ? StepSize.absolute(given.getAsDouble()) : StepSize.relative(oracle.step());
    }

    /**
     * The oracle at work.
     *
     * @param costNoise how far rounding may move J
     */
    Derivatives derivatives(ComplexNetwork network, double costNoise) {
        return oracle == Oracle.COMPLEX_STEP && given.isEmpty()
                ? new ComplexStep(network)
                : derivatives(network, stepSize(), costNoise);
    }

    /** The oracle with another step. */
    Derivatives derivatives(ComplexNetwork network, StepSize step, double costNoise) {
        return switch (oracle) {
            case COMPLEX_STEP -> new ComplexStep(network, step);
            case CENTRAL_DIFFERENCE -> new CentralDifference(new MovedCost(network), step, costNoise);
            case RIDDERS -> new Ridders(new MovedCost(network), step, costNoise);
        };
    }
}
