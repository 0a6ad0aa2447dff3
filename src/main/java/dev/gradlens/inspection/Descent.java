package dev.gradlens.inspection;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
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
 * @param steps t
 * @param curves one for each backward
 */
public record Descent(double[] steps, Map<BackwardRule, Curve> curves) {
    /** Where J is looked at: no step, then learning rates from the cautious to the bold. */
    private static final double[] STEPS = {0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1};

    /** The cosine between two gradients below which rounding decides its sign. */
    private static final double ROUNDING = 1e-12;

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
        return new Descent(STEPS.clone(), curves);
    }

    private static Curve curve(Network network, Setup setup, Map<Node, Values> gradient, double[] exact) {
        double[] costs = Arrays.stream(STEPS)
                .map(t -> setup.forward(moved(network, gradient, t)).cost())
                .toArray();
        double[] direction = flat(gradient);
        double slope = -Vectors.dot(exact, direction);
        double[] linear = Arrays.stream(STEPS)
                .map(t -> t == 0 ? costs[0] : costs[0] + t * slope)
                .toArray();
        return new Curve(costs, linear, slope, verdict(slope, Vectors.cosine(exact, direction)));
    }

    private static Optional<Verdict> verdict(double slope, double cosine) {
        if (Double.isNaN(slope)) {
            return Optional.empty();
        }
        boolean stationary = slope == 0 || Math.abs(cosine) <= ROUNDING;
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
