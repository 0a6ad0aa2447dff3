package dev.gradlens.bench;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Relu;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.initialization.Initialization.Scheme;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A network that everything is measured on, with a batch: every hidden layer with batch normalization and relu, softmax
 * cross-entropy, normal numbers and random classes, the same in every run.
 *
 * @param widths the number of inputs, then the units of each layer
 * @param examples m
 */
public record Sample(List<Integer> widths, int examples) {
    private static final BatchNorm BATCH_NORM = new BatchNorm(
            new Epsilon(1e-5, Placement.INSIDE_SQRT),
            VarianceEstimator.BIASED,
            new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED));
    private static final long SEED = 1;

    /** A sample of m examples, from the width of the input to that of the output. */
    public static Sample of(int examples, Integer... widths) {
        return new Sample(List.of(widths), examples);
    }

    /** In training mode. */
    public Setup setup() {
        NetworkSpec spec = spec();
        Random random = new Random(SEED);
        Batch batch = new Batch(normal(random, spec.inputs()), classes(random, spec.outputs()));
        return new Setup(spec, parameters(spec), batch, Mode.TRAINING);
    }

    /** The network alone. */
    public NetworkSpec spec() {
        List<LayerSpec> layers = new ArrayList<>();
        for (int units : widths.subList(1, widths.size() - 1)) {
            layers.add(new DenseSpec(units, true, BATCH_NORM, new Relu()));
        }
        layers.add(new DenseSpec(widths.getLast(), true, null, new Identity()));
        return new NetworkSpec(widths.getFirst(), layers, new SoftmaxCrossEntropy(), 0);
    }

    private static List<LayerParameters<Values>> parameters(NetworkSpec spec) {
        List<LayerParameters<Values>> drawn = new Initialization(Scheme.LECUN, SEED, 1).parameters(spec);
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < drawn.size(); l++) {
            boolean normalized = spec.layers().get(l).normalization() != null;
            parameters.add(normalized ? withNormalization(drawn.get(l), spec.unitsOf(l)) : drawn.get(l));
        }
        return parameters;
    }

    private static LayerParameters<Values> withNormalization(LayerParameters<Values> drawn, int units) {
        Values ones = Values.filled(1, units, 1);
        Values zeros = Values.filled(1, units, 0);
        return new LayerParameters<>(drawn.w(), drawn.b(), ones, zeros, zeros, ones);
    }

    private Values normal(Random random, int features) {
        Values x = Values.filled(examples, features, 0);
        Arrays.setAll(x.rowMajor(), index -> random.nextGaussian());
        return x;
    }

    private Values classes(Random random, int classes) {
        Values y = Values.filled(examples, classes, 0);
        for (int i = 0; i < examples; i++) {
            y.rowMajor()[i * classes + random.nextInt(classes)] = 1;
        }
        return y;
    }
}
