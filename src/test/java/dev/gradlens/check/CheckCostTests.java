package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.RmsNorm;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CheckCostTests {
    private static CheckCost of(int examples, int inputs, List<LayerSpec> layers) {
        return new CheckCost(
                new NetworkSpec(inputs, layers, new Upstream(), 0), examples, Method.of(Oracle.COMPLEX_STEP));
    }

    private static LayerSpec dense(int units) {
        return new DenseSpec(units, true, null, new Tanh());
    }

    private static double entryOf(CheckCost cost, Node node) {
        return cost.of(Map.of(node, 1L), 1, true) - cost.of(Map.of(), 1, true);
    }

    @Test
    void countsWhatAStepReaches() {
        CheckCost cost = of(7, 5, List.of(dense(4), dense(3), dense(2)));

        double first = entryOf(cost, new Node(0, Node.Kind.Z));
        double last = entryOf(cost, new Node(2, Node.Kind.Z));
        double x = entryOf(cost, Node.X);

        assertThat(first).isEqualTo(3 * 2_000 + 7 * (60 * (4 + 3 + 2) + 2 * 2 * 3));
        assertThat(last).isEqualTo(2_000 + 7 * 60 * 2);
        assertThat(x).isEqualTo(3 * 2_000 + 7 * (60 * (4 + 3 + 2) + 2 * (3 * 4 + 2 * 3)));
    }

    @Test
    void countsOnlyTheUnitThatAParameterMovesAndWhatLiesBehind() {
        CheckCost cost = of(7, 5, List.of(dense(4), dense(3), dense(2)));
        Node w = new Node(0, Node.Kind.W);

        double one = cost.of(Map.of(w, 20L), 1, true);
        double two = cost.of(Map.of(w, 20L), 2, true);
        double six = cost.of(Map.of(w, 20L), 6, true);
        double seven = cost.of(Map.of(w, 20L), 7, true);

        double column = 300 + 7 * (3 * (1 + 3 + 2) + 0.2 * 2 * 3);
        double stack = 300 * (1 + 3 + 2);
        double share = stack / 146; // of a stack of 1024/7 columns
        assertThat(two - one).isCloseTo(column + share + stack, within(1e-6));
        assertThat(seven - six).isCloseTo(column + share, within(1e-6));
    }

    @Test
    void makesEveryParameterOfALargeNetworkCheaperThanTwoPassesForEach() {
        CheckCost cost = of(32, 784, List.of(dense(64), dense(10)));
        Map<Node, Long> sizes = Targets.PARAMETERS.sizes(cost.spec(), 32);

        double operations = cost.of(sizes, Integer.MAX_VALUE, true);

        double pass = 32.0 * (784 * 64 + 64 * 10);
        assertThat(operations).isLessThan(pass * 2 * 51_018 / 100);
    }

    @Test
    void stacksNothingWhereTheOracleDoesNot() {
        Node w = new Node(0, Node.Kind.W);
        NetworkSpec spec = of(7, 5, List.of(dense(4), dense(3))).spec();
        Method withStep = new Method(Oracle.COMPLEX_STEP, OptionalDouble.of(1e-3));

        double plain = new CheckCost(spec, 7, withStep).of(Map.of(new Node(0, Node.Kind.Z), 1L), 1, true);

        assertThat(new CheckCost(spec, 7, withStep).of(Map.of(w, 1L), 1, true)).isEqualTo(plain);
    }

    @Test
    void affordsWhatFitsAndNoMore() {
        CheckCost cost = of(7, 5, List.of(dense(4), dense(3)));
        Map<Node, Long> sizes = Targets.PARAMETERS.sizes(cost.spec(), 7);

        int affordable = cost.affordable(sizes, 1_200_000, true);

        assertThat(cost.of(sizes, affordable, true)).isLessThanOrEqualTo(1_200_000);
        assertThat(cost.of(sizes, affordable + 1, true)).isGreaterThan(1_200_000);
    }

    @Test
    void isToldAtOnceOfTheDeepestNetwork() {
        LayerSpec layer = new NormalizeSpec(new RmsNorm(new Epsilon(1e-5, Epsilon.Placement.INSIDE_SQRT)), new Tanh());
        CheckCost cost = of(1, 1, Collections.nCopies(1000, layer));
        Map<Node, Long> sizes = Targets.ALL.sizes(cost.spec(), 1);

        assertTimeout(Duration.ofSeconds(2), () -> cost.affordable(sizes, 1e6, true));
    }
}
