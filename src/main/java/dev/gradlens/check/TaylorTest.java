package dev.gradlens.check;

import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How J leaves the point θ in a random direction δ: without the gradient the remainder |J(θ + hδ) − J(θ)| falls with h,
 * with the right gradient g what is left, |J(θ + hδ) − J(θ) − h⟨g, δ⟩|, falls with h². A wrong one leaves order 1.
 *
 * @param steps h, from the longest
 * @param slope ⟨g, δ⟩
 * @param withoutGradient remainders of order 1
 * @param withGradient remainders of order 2, if g is right
 */
public record TaylorTest(double[] steps, double slope, Remainders withoutGradient, Remainders withGradient) {
    /** Half decades: from a tenth of the parameters' size, where J is bent, to where rounding has long won. */
    private static final int STEPS = 13;

    /** Of J: one for each step, and one at θ. */
    static final int EVALUATIONS = STEPS + 1;

    /** A remainder counts where it is so many times what rounding may have made of it. */
    private static final double CLEAR = 30;

    /**
     * What is left of J.
     *
     * @param sizes one for each step
     * @param orders log(rᵢ/rᵢ₊₁)/log(hᵢ/hᵢ₊₁), one for each two neighbours
     * @param order the median of those at the shorter half of the steps at which rounding has no say; empty if there is none
     */
    public record Remainders(double[] sizes, double[] orders, OptionalDouble order) {

        static Remainders of(double[] steps, double[] sizes, double noise) {
            double[] orders = new double[sizes.length - 1];
            Arrays.setAll(orders, i -> Math.log(sizes[i] / sizes[i + 1]) / Math.log(steps[i] / steps[i + 1]));
            int[] clear = IntStream.range(0, orders.length)
                    .filter(i -> sizes[i] > CLEAR * noise && sizes[i + 1] > CLEAR * noise)
                    .toArray();
            double[] late = IntStream.of(clear)
                    .skip(clear.length / 2)
                    .mapToDouble(i -> orders[i])
                    .sorted()
                    .toArray();
            return new Remainders(
                    sizes,
                    orders,
                    late.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(late[late.length / 2]));
        }
    }

    /**
     * From the gradients that are shown.
     *
     * @param noise how far rounding may move J
     */
    static TaylorTest of(Subject subject, double noise, KernelsProvider provider, long seed) {
        Map<Node, Values> direction = direction(subject, seed);
        double slope = slope(subject, direction);
        double[] steps = IntStream.range(0, STEPS)
                .mapToDouble(k -> Math.pow(10, -1 - k / 2.0))
                .toArray();
        double here = cost(subject.setup(), provider);
        double[] differences = Arrays.stream(steps)
                .map(h -> cost(subject.setup().moved(direction, h), provider) - here)
                .toArray();
        double[] left = IntStream.range(0, STEPS)
                .mapToDouble(k -> Math.abs(differences[k] - steps[k] * slope))
                .toArray();
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        return new TaylorTest(steps, slope, Remainders.of(steps, sizes, noise), Remainders.of(steps, left, noise));
    }

    private static double cost(Setup setup, KernelsProvider provider) {
        try (Kernels kernels = provider.open()) {
            return setup.forward(setup.on(kernels)).cost();
        }
    }

    /** Over the parameters; over X where a network has none. */
    private static Map<Node, Values> direction(Subject subject, long seed) {
        Random random = new Random(seed);
        boolean hasParameters = subject.gradients().keySet().stream()
                .anyMatch(node -> node.kind().isParameter());
        Predicate<Node> moves = node -> hasParameters ? node.kind().isParameter() : node.equals(Node.X);
        Map<Node, Values> direction = new LinkedHashMap<>();
        subject.gradients().keySet().stream()
                .filter(moves)
                .forEach(node -> direction.put(node, direction(subject.setup().at(node), random)));
        return direction;
    }

    /** Normal numbers of the size of a tensor's own, so that h is a share of it; of size 1 where they are all 0. */
    private static Values direction(Values tensor, Random random) {
        double norm = TensorReport.norm(Arrays.stream(tensor.rowMajor()));
        double size = norm == 0 ? 1 : norm / Math.sqrt(tensor.size());
        double[] entries = new double[tensor.size()];
        Arrays.setAll(entries, i -> size * random.nextGaussian());
        return new Values(tensor.rows(), tensor.columns(), entries);
    }

    private static double slope(Subject subject, Map<Node, Values> direction) {
        double slope = 0;
        for (Map.Entry<Node, Values> moved : direction.entrySet()) {
            double[] gradient = subject.shown(moved.getKey()).rowMajor();
            for (int i = 0; i < gradient.length; i++) {
                slope += gradient[i] * moved.getValue().rowMajor()[i];
            }
        }
        return slope;
    }
}
