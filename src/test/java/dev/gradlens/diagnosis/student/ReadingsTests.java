package dev.gradlens.diagnosis.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake does not apply where there is not what it is about. */
class ReadingsTests {

    private static final Epsilon EPSILON = new Epsilon(0.1, Placement.INSIDE_SQRT);
    private static final Normalization RMS = new RmsNorm(EPSILON);

    private static Normalization batchNorm(double epsilon, VarianceEstimator estimator) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.BIASED);
        return new BatchNorm(new Epsilon(epsilon, Placement.INSIDE_SQRT), estimator, running);
    }

    private static Normalization batchNorm() {
        return batchNorm(0.1, VarianceEstimator.BIASED);
    }

    private static boolean applies(Mistake mistake, LayerSpec layer, Loss loss, Mode mode, boolean meanInParameters) {
        Values numbers = new Values(3, 2, new double[] {1, 2, 4, 3, 0, 5});
        LayerParameters<Values> none = new LayerParameters<>(null, null, null, null, null, null);
        NetworkSpec spec = new NetworkSpec(2, List.of(layer), loss, 0);
        Setup setup = new Setup(spec, List.of(none), new Batch(numbers, numbers), mode);
        return Readings.applies(new Exercise(setup, meanInParameters), 0, mistake);
    }

    private static boolean applies(Mistake mistake, LayerSpec layer) {
        return applies(mistake, layer, new Upstream(), Mode.TRAINING, false);
    }

    private static boolean applies(Mistake mistake, Normalization normalization) {
        return applies(mistake, new NormalizeSpec(normalization, new Tanh()));
    }

    private static boolean applies(Mistake mistake, Activation activation) {
        return applies(mistake, new NormalizeSpec(batchNorm(), activation));
    }

    @ParameterizedTest
    @EnumSource(names = {"Z05", "Z10", "Z11", "Z13", "Z17", "Z27", "Z28", "Z34", "Z36", "Z48", "Z49", "Z50", "G01"})
    void needsAMean(Mistake mistake) {
        assertThat(applies(mistake, RMS)).isFalse();
        assertThat(applies(mistake, batchNorm())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z41", "G09", "R01", "R02"})
    void needsRunningStatistics(Mistake mistake) {
        assertThat(applies(mistake, RMS)).isFalse();
        assertThat(applies(mistake, batchNorm())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z31", "Z32", "Z33", "Z56", "G14", "F02"})
    void needsAnEpsilon(Mistake mistake) {
        assertThat(applies(mistake, batchNorm(0, VarianceEstimator.BIASED))).isFalse();
        assertThat(applies(mistake, batchNorm())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z34", "Z35", "G15"})
    void needsTheBiasedVariance(Mistake mistake) {
        assertThat(applies(mistake, batchNorm(0.1, VarianceEstimator.UNBIASED))).isFalse();
        assertThat(applies(mistake, batchNorm())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z42", "G08", "B05"})
    void needsAnActivation(Mistake mistake) {
        assertThat(applies(mistake, new Identity())).isFalse();
        assertThat(applies(mistake, new Softmax())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z43", "Z44", "Z45", "G16", "B10"})
    void needsADerivativeOfEachEntryAlone(Mistake mistake) {
        assertThat(applies(mistake, new Identity())).isFalse();
        assertThat(applies(mistake, new Softmax())).isFalse();
        assertThat(applies(mistake, new Tanh())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"Z03", "Z04", "Z07", "Z12", "Z39", "Z40", "F01", "F05", "F07"})
    void needsStatisticsOfTheBatch(Mistake mistake) {
        LayerSpec layer = new NormalizeSpec(batchNorm(), new Tanh());

        assertThat(applies(mistake, layer, new Upstream(), Mode.INFERENCE, false))
                .isFalse();
        assertThat(applies(mistake, layer, new Upstream(), Mode.TRAINING, false))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "Z52")
    void needsFixedStatistics(Mistake mistake) {
        LayerSpec layer = new NormalizeSpec(batchNorm(), new Tanh());

        assertThat(applies(mistake, layer, new Upstream(), Mode.TRAINING, false))
                .isFalse();
        assertThat(applies(mistake, layer, new Upstream(), Mode.INFERENCE, false))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"W01", "W03", "W04", "W05", "W06", "W07"})
    void needsWeights(Mistake mistake) {
        assertThat(applies(mistake, new NormalizeSpec(batchNorm(), new Tanh()))).isFalse();
        assertThat(applies(mistake, new DenseSpec(2, false, batchNorm(), new Tanh())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "W08")
    void needsABias(Mistake mistake) {
        assertThat(applies(mistake, new DenseSpec(2, false, batchNorm(), new Tanh())))
                .isFalse();
        assertThat(applies(mistake, new DenseSpec(2, true, batchNorm(), new Tanh())))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = "L01")
    void needsAMeanInTheLoss(Mistake mistake) {
        LayerSpec layer = new NormalizeSpec(batchNorm(), new Identity());

        assertThat(applies(mistake, layer, new SoftmaxCrossEntropy(), Mode.TRAINING, true))
                .isFalse();
        assertThat(applies(mistake, layer, new MeanSquaredError(), Mode.TRAINING, false))
                .isFalse();
        assertThat(applies(mistake, layer, new SoftmaxCrossEntropy(), Mode.TRAINING, false))
                .isTrue();
    }
}
