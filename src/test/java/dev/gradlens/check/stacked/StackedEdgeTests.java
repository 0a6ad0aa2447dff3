package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.Derivatives.Estimate;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedEdgeTests {

    private static final int SETUPS = 40;

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    private static Setup withX(Setup setup, double first) {
        double[] x = setup.batch().x().rowMajor().clone();
        x[0] = first;
        Values moved = new Values(setup.batch().x().rows(), setup.batch().x().columns(), x);
        return new Setup(
                setup.spec(), setup.parameters(), new Batch(moved, setup.batch().y()), setup.mode());
    }

    private static Setup withParameters(Setup setup, double factor) {
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        setup.parameters().forEach(layer -> parameters.add(layer.map(values -> values.times(factor))));
        return new Setup(setup.spec(), parameters, setup.batch(), setup.mode());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e200, 1e100})
    void giveWhatOneAfterTheOtherGivesForWhatIsNotFiniteOrHuge(double number) {
        for (long seed = 0; seed < SETUPS; seed++) {
            Setup setup = withX(RandomSetups.of(Family.KINKED, seed), number);

            OneByOne.assertSameComplexSteps(setup);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-30, 1e-150})
    void giveWhatOneAfterTheOtherGivesForParametersThatAreZeroOrTiny(double factor) {
        for (long seed = 0; seed < SETUPS; seed++) {
            Setup setup = withParameters(RandomSetups.of(Family.SMOOTH, seed), factor);

            OneByOne.assertSameComplexSteps(setup);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-150, 1e-310})
    void giveTheDifferencesOfOneAfterTheOtherForParametersThatAreZeroOrTiny(double factor) {
        for (long seed = 0; seed < SETUPS; seed++) {
            Setup setup = withParameters(RandomSetups.of(Family.SMOOTH, seed), factor);

            OneByOne.assertSameDifferences(setup, 3e-5);
        }
    }

    @Test
    void giveExactlyNothingForABiasThatANormalizationTakesOut() {
        int biases = 0;
        for (long seed = 0; seed < 4 * SETUPS; seed++) {
            Setup setup = RandomSetups.of(Family.SMOOTH, seed);
            ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
            for (Node node : OneByOne.parameters(setup)) {
                if (node.kind() == Kind.B) {
                    List<Estimate> plain = OneByOne.all(OneByOne.differences(setup, network, 1e-4), setup, node);
                    List<Estimate> stacked =
                            OneByOne.all(new StackedComplexStep(network, OneByOne.buffers(setup)), setup, node);
                    for (int k = 0; k < plain.size(); k++) {
                        boolean isNothing = plain.get(k).value() == 0;
                        biases += isNothing ? 1 : 0;
                        assertThat(!isNothing || stacked.get(k).value() == 0)
                                .as(node + " of " + setup)
                                .isTrue();
                    }
                }
            }
        }

        assertThat(biases).isGreaterThan(20);
    }

    @Test
    void endWhereTheirThreadIsInterrupted() {
        Setup setup = RandomSetups.of(Family.SMOOTH, 1);
        ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());
        Node node = OneByOne.parameters(setup).getFirst();
        Derivatives steps = new StackedComplexStep(network, OneByOne.buffers(setup));
        Derivatives differences =
                new StackedDifference(OneByOne.differences(setup, network, 1e-4), network, OneByOne.buffers(setup));

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> OneByOne.all(steps, setup, node)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> OneByOne.all(differences, setup, node)).isInstanceOf(CancellationException.class);
    }

    @Test
    void leaveWhatIsNoParameterToOneAfterTheOther() {
        Setup setup = RandomSetups.of(Family.SMOOTH, 1);
        ComplexNetwork network = new ComplexNetwork(setup, KinkSides.none());

        List<Estimate> stacked = new StackedComplexStep(network, OneByOne.buffers(setup))
                .of(Node.X, setup.batch().x().columns(), new int[] {1});

        assertThat(stacked).containsExactly(new Estimate(network.derivative(Node.X, 0, 1), 0, 0, 0));
    }
}
