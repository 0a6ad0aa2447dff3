package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Network;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.Tape;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.initialization.Initialization.Scheme;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTests {
    /** More than two chunks, the last one smaller. */
    private static final int EXAMPLES = 2 * (Evaluation.CHUNK_ENTRIES / 100) + 321;

    private final KernelsProvider blas = KernelsProviders.start("blas");

    private static NetworkSpec spec(Loss loss) {
        return new NetworkSpec(
                3,
                List.of(
                        new DenseSpec(100, true, Networks.batchNorm(), new Tanh()),
                        new DenseSpec(2, true, null, new Identity())),
                loss,
                0.1);
    }

    private static Batch data() {
        Random random = new Random(4);
        double[] x = random.doubles(3L * EXAMPLES, -2, 2).toArray();
        double[] y = new double[2 * EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            y[2 * i + (x[3 * i] > 0 ? 1 : 0)] = 1;
        }
        return new Batch(new Values(EXAMPLES, 3, x), new Values(EXAMPLES, 2, y));
    }

    private static List<LayerParameters<Values>> parameters(NetworkSpec spec) {
        return Networks.complete(spec, new Initialization(Scheme.XAVIER, 3, 1));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void isTheForwardPassWithRunningStatisticsOverAllAtOnce(Precision precision) {
        for (Loss loss : List.of(new SoftmaxCrossEntropy(), new MeanSquaredError(), new Upstream())) {
            NetworkSpec spec = spec(loss);
            Evaluation evaluation = new Evaluation(spec, parameters(spec), precision, blas);
            Setup setup = new Setup(spec, parameters(spec), data(), Mode.INFERENCE).rounded(precision);
            try (Kernels k = blas.open(precision)) {
                Network network = setup.on(k);
                Tape tape = setup.forward(network);

                double scale = Math.max(1, Math.abs(tape.cost()));
                assertThat(evaluation.of(data()).cost())
                        .isCloseTo(tape.cost(), within(100 * precision.roundoff() * scale));
                assertThat(evaluation.outputs(data().x()).rowMajor())
                        .containsExactly(tape.layers().getLast().a().toArray(), within(100 * precision.roundoff()));
            }
        }
    }

    @Test
    void judgesEveryExample() {
        NetworkSpec spec = spec(new SoftmaxCrossEntropy());
        Evaluation evaluation = new Evaluation(spec, parameters(spec), Precision.FLOAT64, blas);

        Accuracy accuracy = evaluation.of(data()).accuracy().orElseThrow();

        assertThat(accuracy)
                .isEqualTo(Accuracy.of(spec.loss(), evaluation.outputs(data().x()), data().y())
                        .orElseThrow());
        assertThat(accuracy.judged()).isEqualTo(EXAMPLES);
        assertThat(accuracy.share()).isBetween(0.05, 0.95);
    }

    @Test
    void judgesNothingWhereTheLossKnowsNoRightAndWrong() {
        NetworkSpec spec = spec(new MeanSquaredError());

        assertThat(new Evaluation(spec, parameters(spec), Precision.FLOAT64, blas)
                        .of(data())
                        .accuracy())
                .isEmpty();
    }
}
