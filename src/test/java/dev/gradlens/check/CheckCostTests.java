package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;

class CheckCostTests {
    private static CheckCost of(int examples, int inputs, List<LayerSpec> layers) {
        return new CheckCost(new NetworkSpec(inputs, layers, new Upstream(), 0), examples, Oracle.COMPLEX_STEP);
    }

    private static LayerSpec dense(int units) {
        return new DenseSpec(units, true, null, new Tanh());
    }

    @Test
    void countsWhatAStepReaches() {
        CheckCost cost = of(7, 5, List.of(dense(4), dense(3), dense(2)));

        double worlds = cost.of(Map.of(), 1, true);
        double first = cost.of(Map.of(new Node(0, Node.Kind.W), 1L), 1, true) - worlds;
        double last = cost.of(Map.of(new Node(2, Node.Kind.W), 1L), 1, true) - worlds;
        double x = cost.of(Map.of(Node.X, 1L), 1, true) - worlds;

        assertThat(first).isEqualTo(3 * 2_000 + 7 * (60 * (4 + 3 + 2) + 2 * 2 * 3));
        assertThat(last).isEqualTo(2_000 + 7 * 60 * 2);
        assertThat(x).isEqualTo(3 * 2_000 + 7 * (60 * (4 + 3 + 2) + 2 * (3 * 4 + 2 * 3)));
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
