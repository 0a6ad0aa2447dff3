package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.activation.Softplus;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers so large or so small that a step of the usual size becomes a leap on its way through the network. */
class LargeGainCheckTests {
    private static LayerParameters<Values> dense(double w) {
        return new LayerParameters<>(Values.row(w), Values.row(0), null, null, null, null);
    }

    private static Setup setup(List<LayerSpec> layers, Loss loss, List<LayerParameters<Values>> parameters, double x) {
        Batch batch = new Batch(new Values(2, 1, new double[] {x, -x}), new Values(2, 1, new double[2]));
        return new Setup(new NetworkSpec(1, layers, loss, 0), parameters, batch, Mode.TRAINING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e20, 1e50, 1e101, 1e110, 1e140})
    void passesASigmoidOfAnyArgument(double x) {
        Setup setup = setup(
                List.of(new DenseSpec(1, true, null, new Sigmoid())), new BinaryCrossEntropy(), List.of(dense(1)), x);

        CheckReport report = Checks.exact(setup);

        assertThat(Checks.failed(report)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e20, 1e50, 1e101, 1e110, 1e140})
    void passesASoftplusWhoseGainIsTakenBack(double x) {
        Setup setup = setup(
                List.of(new DenseSpec(1, true, null, new Softplus()), new DenseSpec(1, true, null, new Identity())),
                new MeanSquaredError(),
                List.of(dense(1), dense(1 / x)),
                x);

        CheckReport report = Checks.exact(setup);

        assertThat(Checks.failed(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-20, 1e-60, 1e-110, 1e-140})
    void blamesNoLayerNormOfTinyInputs(double scale) {
        LayerNorm norm = new LayerNorm(new Epsilon(0, Epsilon.Placement.INSIDE_SQRT), VarianceEstimator.BIASED);
        LayerParameters<Values> parameters = new LayerParameters<>(
                new Values(3, 2, new double[] {1, 2, 3, 1, -1, 0.5}),
                Values.row(0, 0, 0),
                Values.row(1, 1, 1),
                Values.row(0, 0, 0),
                null,
                null);
        double[] x = Arrays.stream(new double[] {1, 2, -1, 3})
                .map(entry -> entry * scale)
                .toArray();
        Batch batch = new Batch(new Values(2, 2, x), new Values(2, 3, new double[] {0, 1, 0, 0, 0, 2}));
        NetworkSpec spec =
                new NetworkSpec(2, List.of(new DenseSpec(3, true, norm, new Identity())), new MeanSquaredError(), 0);

        CheckReport report = Checks.exact(new Setup(spec, List.of(parameters), batch, Mode.TRAINING));

        assertThat(Checks.failed(report)).isEmpty();
    }
}
