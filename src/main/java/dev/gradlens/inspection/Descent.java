package dev.gradlens.inspection;

import dev.gradlens.network.LayerGradients;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Tape;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

    static Descent of(Backwards backwards, Mode mode) {
        Kernels k = backwards.network().k();
        Map<BackwardRule, Curve> curves = new EnumMap<>(BackwardRule.class);
        for (BackwardRule rule : BackwardRule.values()) {
            curves.put(rule, curve(backwards, rule, mode));
        }
        return new Descent(k.matrix(Values.row(STEPS)).toArray(), curves);
    }

    private static Curve curve(Backwards backwards, BackwardRule rule, Mode mode) {
        Kernels k = backwards.network().k();
        double[] costs = costs(backwards, rule, mode);
        double[] exact = ofParameters(backwards.values(BackwardRule.EXACT));
        double[] direction = ofParameters(backwards.values(rule));
        double slope = slope(k, exact, direction);
        double cosine = Vectors.cosine(exact, direction);
        return new Curve(costs, linear(k, costs[0], slope), slope, verdict(k, slope, cosine));
    }

    private static double[] costs(Backwards backwards, BackwardRule rule, Mode mode) {
        Network network = backwards.network();
        Tape tape = backwards.tape();
        List<LayerGradients> direction = backwards.by(rule);
        return Arrays.stream(STEPS)
                .map(t -> network.moved(direction, -t)
                        .forward(tape.x(), tape.y(), mode)
                        .cost())
                .toArray();
    }

    private static double slope(Kernels k, double[] exact, double[] direction) {
        Matrix product = k.matmulTransposeB(k.matrix(Values.row(exact)), k.matrix(Values.row(direction)));
        return -product.scalar();
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

    /** The gradients of the parameters, one behind the other. */
    private static double[] ofParameters(Map<Node, Values> gradients) {
        return gradients.entrySet().stream()
                .filter(gradient -> gradient.getKey().kind().isParameter())
                .flatMapToDouble(gradient -> Arrays.stream(gradient.getValue().rowMajor()))
                .toArray();
    }
}
