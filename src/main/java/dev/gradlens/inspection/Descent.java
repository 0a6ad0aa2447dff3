package dev.gradlens.inspection;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * J at θ − t·g for the parameters θ and each backward's gradient g: whether gradient descent by that backward goes downhill.
 *
 * @param steps t, rounded to the precision of the kernels
 * @param curves one for each backward
 */
public record Descent(double[] steps, Map<BackwardRule, Curve> curves) {
    /** Where J is looked at: no step first, then learning rates from the cautious to the bold. */
    private static final double[] STEPS = {0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1};

    /** The cosine between two gradients below which rounding decides its sign, in units of roundoff. */
    private static final double ROUNDING = 1e4;

    /** Which way J goes. */
    public enum Verdict {
        DESCENDS,
        ASCENDS,
        STATIONARY
    }

    /**
     * J along one backward's gradient.
     *
     * @param costs J at each step
     * @param linear J − t·⟨exact gradient, g⟩, what a small step does
     * @param slope −⟨exact gradient, g⟩, the derivative of J by t at 0
     * @param verdict the sign of the slope; empty if it is not finite
     */
    public record Curve(double[] costs, double[] linear, double slope, Optional<Verdict> verdict) {}

    static Descent of(Kernels kernels, Setup setup, Map<BackwardRule, Map<Node, Values>> gradients) {
        Map<BackwardRule, Curve> curves = new EnumMap<>(BackwardRule.class);
        double[] exact = flat(requireNonNull(gradients.get(BackwardRule.EXACT)));
        gradients.forEach((rule, gradient) -> curves.put(rule, curve(kernels, setup, gradient, exact)));
        return new Descent(kernels.matrix(Values.row(STEPS)).toArray(), curves);
    }

    private static Curve curve(Kernels kernels, Setup setup, Map<Node, Values> gradient, double[] exact) {
        Map<Node, Values> direction = ofParameters(gradient);
        double[] costs = Arrays.stream(STEPS)
                .map(t -> cost(kernels, setup.moved(direction, -t)))
                .toArray();
        double[] flat = flat(gradient);
        double slope = slope(kernels, exact, flat);
        double cosine = Vectors.cosine(exact, flat);
        return new Curve(costs, linear(kernels, costs[0], slope), slope, verdict(kernels, slope, cosine));
    }

    private static double slope(Kernels k, double[] exact, double[] direction) {
        Matrix products = k.multiply(k.matrix(Values.row(exact)), k.matrix(Values.row(direction)));
        return -k.sum(products, Axis.COLUMNS).scalar();
    }

    /** J + t·slope, which is J at t = 0 even where the slope is infinite. */
    private static double[] linear(Kernels k, double cost, double slope) {
        double[] linear =
                k.add(k.multiply(k.matrix(Values.row(STEPS)), slope), cost).toArray();
        linear[0] = cost;
        return linear;
    }

    private static Optional<Verdict> verdict(Kernels k, double slope, double cosine) {
        if (!Double.isFinite(slope)) {
            return Optional.empty();
        }
        boolean stationary =
                slope == 0 || Math.abs(cosine) <= ROUNDING * k.precision().roundoff();
        return Optional.of(stationary ? Verdict.STATIONARY : slope < 0 ? Verdict.DESCENDS : Verdict.ASCENDS);
    }

    private static double cost(Kernels kernels, Setup setup) {
        return setup.forward(setup.on(kernels)).cost();
    }

    private static Map<Node, Values> ofParameters(Map<Node, Values> gradients) {
        Map<Node, Values> ofParameters = new LinkedHashMap<>(gradients);
        ofParameters.keySet().removeIf(node -> !node.kind().isParameter());
        return ofParameters;
    }

    /** The gradients of the parameters, one behind the other. */
    private static double[] flat(Map<Node, Values> gradients) {
        return ofParameters(gradients).values().stream()
                .flatMapToDouble(gradient -> Arrays.stream(gradient.rowMajor()))
                .toArray();
    }
}
