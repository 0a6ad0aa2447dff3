package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuffersTests {

    private static NetworkSpec spec(int units) {
        LayerSpec layer = new DenseSpec(units, true, null, new Relu());
        return new NetworkSpec(5, List.of(layer, layer), new SoftmaxCrossEntropy(), 0);
    }

    @ParameterizedTest
    @CsvSource({"10, 32, 32", "10, 1, 1024", "10, 1000, 1", "10, 5000, 1", "2000, 32, 5", "100000, 32, 1"})
    void takeAsManyColumnsAsStayInACacheAndWithinAFewMegabytes(int units, int examples, int columns) {
        assertThat(Buffers.columns(spec(units), examples)).isEqualTo(columns);
    }

    @ParameterizedTest
    @EnumSource
    void takeNoMoreThanTheySay(Family family) {
        for (long seed = 0; seed < 100; seed++) {
            Setup setup = RandomSetups.of(family, seed);
            Buffers buffers = OneByOne.buffers(setup);
            ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
            for (Node node : OneByOne.parameters(setup)) {
                OneByOne.all(new StackedComplexStep(network, buffers), setup, node);
                OneByOne.all(
                        new StackedDifference(OneByOne.differences(setup, network, 0.1), network, buffers),
                        setup,
                        node);
            }

            assertThat(buffers.bytes())
                    .isLessThanOrEqualTo(
                            Buffers.bytes(setup.spec(), setup.batch().examples()));
        }
    }
}
