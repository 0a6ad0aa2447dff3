package dev.gradlens.check.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplexNetworkTests {

    private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

    /** W = 1 without b, so that what goes into the activation is X itself. */
    private static ComplexNetwork lone(NetworkSpec spec, double[] x, double[] y) {
        int n = x.length;
        double[] identity = new double[n * n];
        for (int j = 0; j < n; j++) {
            identity[j * n + j] = 1;
        }
        LayerParameters<Values> parameters =
                new LayerParameters<>(new Values(n, n, identity), null, null, null, null, null);
        return network(spec, parameters, x, y);
    }

    private static ComplexNetwork network(
            NetworkSpec spec, LayerParameters<Values> parameters, double[] x, double[] y) {
        Batch batch = new Batch(Values.row(x), Values.row(y));
        return new ComplexNetwork(new Setup(spec, List.of(parameters), batch, Mode.TRAINING), KinkSides.none());
    }

    private static NetworkSpec dense(int units, LayerSpec layer, Loss loss) {
        return new NetworkSpec(units, List.of(layer), loss, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 250, 500, 650})
    void seesTheSlopeOfTheLogarithmOfATinyProbability(double z) {
        NetworkSpec spec = dense(2, new DenseSpec(2, false, null, new Softmax()), new CrossEntropy());

        double derivative =
                lone(spec, new double[] {-z, 0}, new double[] {1, 0}).derivative(new Node(0, Kind.A), 0, 0);

        assertThat(derivative).isCloseTo(-(1 + StrictMath.exp(z)), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 30, 250, 500, 650})
    void seesTheSlopeWhereASigmoidIsNearlyZeroOrOne(double z) {
        NetworkSpec spec = dense(2, new DenseSpec(2, false, null, new Sigmoid()), new BinaryCrossEntropy());
        ComplexNetwork network = lone(spec, new double[] {-z, z}, new double[] {1, 0});

        double nearZero = network.derivative(new Node(0, Kind.A), 0, 0);
        double nearOne = network.derivative(new Node(0, Kind.A), 0, 1);

        assertThat(nearZero).isCloseTo(-(1 + StrictMath.exp(z)), ROUNDING);
        assertThat(nearOne).isCloseTo(1 + StrictMath.exp(z), ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-20, 1e-60, 1e-120})
    void seesTheSlopeOfTheRootOfATinyVariance(double z) {
        LayerSpec layer = new NormalizeSpec(new RmsNorm(new Epsilon(1, Placement.OUTSIDE_SQRT)), new Identity());
        NetworkSpec spec = dense(1, layer, new Upstream());
        LayerParameters<Values> parameters =
                new LayerParameters<>(null, null, Values.row(1), Values.row(0), null, null);
        ComplexNetwork network = network(spec, parameters, new double[] {z}, new double[] {1});

        double derivative = network.derivative(new Node(0, Kind.SIGMA2), 0, 0);

        assertThat(derivative).isCloseTo(-0.5 / ((1 + z) * (1 + z)), ROUNDING);
    }

    @Test
    void findsNothingBehindAVarianceThatHasUnderflowed() {
        LayerSpec layer = new NormalizeSpec(new RmsNorm(new Epsilon(1, Placement.OUTSIDE_SQRT)), new Identity());
        NetworkSpec spec = dense(1, layer, new Upstream());
        LayerParameters<Values> parameters =
                new LayerParameters<>(null, null, Values.row(1), Values.row(0), null, null);
        ComplexNetwork network = network(spec, parameters, new double[] {1e-200}, new double[] {1});

        double derivative = network.derivative(new Node(0, Kind.SIGMA2), 0, 0);

        assertThat(derivative).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-60, 1e-120})
    void stepsFromZeroByWhatIsSmallBesideTheOthers(double z) {
        LayerSpec layer = new NormalizeSpec(new RmsNorm(new Epsilon(z, Placement.OUTSIDE_SQRT)), new Identity());
        NetworkSpec spec = dense(2, layer, new Upstream());
        LayerParameters<Values> parameters =
                new LayerParameters<>(null, null, Values.row(1, 1), Values.row(0, 0), null, null);
        ComplexNetwork network = network(spec, parameters, new double[] {0, z}, new double[] {3, 1});

        double derivative = network.derivative(new Node(0, Kind.Z), 0, 0);

        assertThat(derivative).isCloseTo(3 / (Math.sqrt(z * z / 2) + z), ROUNDING);
    }
}
