package dev.gradlens.inspection;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * @param verdict the sign of the slope; empty if it is NaN
     */
    public record Curve(double[] costs, double[] linear, double slope, Optional<Verdict> verdict) {}

    static Descent of(Network network, Setup setup, Map<BackwardRule, Map<Node, Values>> gradients) {
        Map<BackwardRule, Curve> curves = new EnumMap<>(BackwardRule.class);
        double[] exact = flat(requireNonNull(gradients.get(BackwardRule.EXACT)));
        gradients.forEach((rule, gradient) -> curves.put(rule, curve(network, setup, gradient, exact)));
        return new Descent(network.k().matrix(Values.row(STEPS)).toArray(), curves);
    }

    private static Curve curve(Network network, Setup setup, Map<Node, Values> gradient, double[] exact) {
        double[] costs = Arrays.stream(STEPS)
                .map(t -> setup.forward(moved(network, gradient, t)).cost())
                .toArray();
        double[] direction = flat(gradient);
        double slope = slope(network.k(), exact, direction);
        double cosine = Vectors.cosine(exact, direction);
        return new Curve(costs, linear(network.k(), costs[0], slope), slope, verdict(network.k(), slope, cosine));
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
        if (Double.isNaN(slope)) {
            return Optional.empty();
        }
        boolean stationary =
                slope == 0 || Math.abs(cosine) <= ROUNDING * k.precision().roundoff();
        return Optional.of(stationary ? Verdict.STATIONARY : slope < 0 ? Verdict.DESCENDS : Verdict.ASCENDS);
    }

    /** The network at θ − t·g. */
    private static Network moved(Network network, Map<Node, Values> gradient, double t) {
        List<LayerParameters<Matrix>> parameters = new ArrayList<>();
        for (int l = 0; l < network.parameters().size(); l++) {
            LayerParameters<Matrix> layer = network.parameters().get(l);
            parameters.add(new LayerParameters<>(
                    moved(network.k(), layer.w(), gradient.get(new Node(l, Kind.W)), t),
                    moved(network.k(), layer.b(), gradient.get(new Node(l, Kind.B)), t),
                    moved(network.k(), layer.gamma(), gradient.get(new Node(l, Kind.GAMMA)), t),
                    moved(network.k(), layer.beta(), gradient.get(new Node(l, Kind.BETA)), t),
                    layer.runningMean(),
                    layer.runningVariance()));
        }
        return new Network(network.k(), network.spec(), parameters);
    }

    private static @Nullable Matrix moved(Kernels k, @Nullable Matrix parameter, @Nullable Values gradient, double t) {
        return parameter == null || gradient == null
                ? parameter
                : k.subtract(parameter, k.multiply(k.matrix(gradient), t));
    }

    /** The gradients of the parameters, one behind the other. */
    private static double[] flat(Map<Node, Values> gradients) {
        return gradients.entrySet().stream()
                .filter(gradient -> gradient.getKey().kind().isParameter())
                .flatMapToDouble(gradient -> Arrays.stream(gradient.getValue().rowMajor()))
                .toArray();
    }
}
