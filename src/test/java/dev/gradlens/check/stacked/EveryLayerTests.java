package dev.gradlens.check.stacked;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Elu;
import dev.gradlens.network.activation.Gelu;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Silu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every normalization under every convention with every activation, in turn with every loss, odd size and mode. */
class EveryLayerTests {

    private static final List<Activation> ACTIVATIONS = List.of(
            new Identity(),
            new Relu(),
            new LeakyRelu(0.1),
            new Elu(1),
            new Elu(2),
            new Tanh(),
            new Sigmoid(),
            new Softplus(),
            new Silu(),
            new Gelu());
    private static final List<Loss> LOSSES = List.of(
            new CrossEntropy(),
            new SoftmaxCrossEntropy(),
            new BinaryCrossEntropy(),
            new SigmoidBinaryCrossEntropy(),
            new MeanSquaredError(),
            new HalfMeanSquaredError(),
            new Upstream());
    private static final List<Integer> UNITS = List.of(7, 1, 9, 2);
    private static final List<Integer> EXAMPLES = List.of(17, 3, 2, 1, 33);

    static List<Normalization> normalizations() {
        List<Normalization> normalizations = new ArrayList<>();
        for (Placement placement : Placement.values()) {
            Epsilon epsilon = new Epsilon(1e-3, placement);
            for (VarianceEstimator estimator : VarianceEstimator.values()) {
                RunningAverage running = new RunningAverage(0.1, Convention.KEEP_OLD, estimator);
                normalizations.add(new BatchNorm(epsilon, estimator, running));
                normalizations.add(new LayerNorm(epsilon, estimator));
            }
            normalizations.add(new RmsNorm(epsilon));
        }
        return normalizations;
    }

    static List<Setup> setups() {
        List<Setup> setups = new ArrayList<>();
        for (Normalization normalization : normalizations()) {
            for (Activation activation : ACTIVATIONS) {
                setups.add(setup(normalization, activation, setups.size()));
            }
        }
        return setups;
    }

    private static Setup setup(Normalization normalization, Activation activation, int turn) {
        Loss loss = LOSSES.get(turn % LOSSES.size());
        Activation last = loss.requiredActivation().orElse(turn % 2 == 0 ? activation : new Softmax());
        List<LayerSpec> layers = List.of(
                new DenseSpec(UNITS.get(turn / 3 % UNITS.size()), turn % 2 == 0, null, activation),
                new DenseSpec(UNITS.get(turn % UNITS.size()), turn % 3 == 0, normalization, activation),
                new NormalizeSpec(normalization, new Identity()),
                new DenseSpec(2 + turn % 4, true, turn % 5 == 0 ? normalization : null, last));
        NetworkSpec spec = new NetworkSpec(1 + turn % 6, layers, loss, turn % 4 == 0 ? 0.1 : 0);
        Setup setup = RandomSetups.filled(spec, EXAMPLES.get(turn % EXAMPLES.size()), turn);
        Mode mode = turn % 7 == 3 ? Mode.INFERENCE : Mode.TRAINING;
        return new Setup(spec, setup.parameters(), setup.batch(), mode);
    }

    @ParameterizedTest
    @MethodSource("setups")
    void isTheSameInAStack(Setup setup) {
        OneByOne.assertSameComplexSteps(setup);
        OneByOne.assertSameDifferences(setup, 3e-5);
    }
}
