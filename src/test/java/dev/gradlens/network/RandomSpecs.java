package dev.gradlens.network;

import dev.gradlens.network.RandomSetups.Family;
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
import dev.gradlens.network.normalization.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Networks of one to four layers over every layer, normalization, activation and loss. */
final class RandomSpecs {

    private static final int LARGEST = 7;

    private final Random seeded;
    private final Family family;

    RandomSpecs(Random seeded, Family family) {
        this.seeded = seeded;
        this.family = family;
    }

    NetworkSpec network(int examples) {
        int inputs = width(1);
        int count = 1 + seeded.nextInt(4);
        Loss loss = loss();
        int kinked = family == Family.KINKED ? seeded.nextInt(count) : -1;
        List<LayerSpec> layers = new ArrayList<>();
        int units = inputs;
        for (int l = 0; l < count; l++) {
            Activation activation = l == count - 1 ? last(loss, l == kinked) : hidden(l == kinked);
            layers.add(layer(
                    units,
                    l == count - 1 ? fewestOutputs(loss) : 1,
                    l == 0 || family == Family.WILD,
                    examples,
                    activation));
            units = layers.getLast().units(units);
        }
        return new NetworkSpec(inputs, layers, loss, seeded.nextInt(3) == 0 ? seeded.nextDouble() : 0);
    }

    NetworkSpec lone(Normalization normalization, int units) {
        LayerSpec layer = new DenseSpec(units, true, normalization, smooth());
        return new NetworkSpec(1 + seeded.nextInt(LARGEST), List.of(layer), new Upstream(), seeded.nextDouble());
    }

    private LayerSpec layer(int inputs, int fewest, boolean mayNormalize, int examples, Activation activation) {
        boolean normalize = mayNormalize && inputs >= fewest && seeded.nextInt(4) == 0;
        int units = normalize ? inputs : width(fewest);
        @Nullable
        Normalization normalization =
                new RandomNormalizations(seeded, family == Family.WILD).of(examples, units, normalize);
        return normalize && normalization != null
                ? new NormalizeSpec(normalization, activation)
                : new DenseSpec(units, seeded.nextBoolean(), normalization, activation);
    }

    /** One unit before a normalization has a weight whose gradient is of the size of epsilon: only where it is wild. */
    private int width(int fewest) {
        return Math.max(family == Family.WILD ? fewest : 2, 1 + seeded.nextInt(LARGEST));
    }

    /** A softmax over one output is 1, and J then depends on nothing. */
    private static int fewestOutputs(Loss loss) {
        return loss instanceof CrossEntropy || loss instanceof SoftmaxCrossEntropy ? 2 : 1;
    }

    private Loss loss() {
        return switch (seeded.nextInt(7)) {
            case 0 -> family == Family.KINKED ? new SoftmaxCrossEntropy() : new CrossEntropy();
            case 1 -> new SoftmaxCrossEntropy();
            case 2 -> family == Family.KINKED ? new SigmoidBinaryCrossEntropy() : new BinaryCrossEntropy();
            case 3 -> new SigmoidBinaryCrossEntropy();
            case 4 -> new MeanSquaredError();
            case 5 -> new HalfMeanSquaredError();
            default -> new Upstream();
        };
    }

    private Activation last(Loss loss, boolean kinked) {
        return loss.requiredActivation()
                .orElseGet(() -> !kinked && seeded.nextInt(6) == 0 ? new Softmax() : hidden(kinked));
    }

    private Activation hidden(boolean kinked) {
        boolean smooth = family == Family.SMOOTH || (!kinked && seeded.nextBoolean());
        return smooth ? smooth() : kinked();
    }

    private Activation smooth() {
        return switch (seeded.nextInt(8)) {
            case 0 -> new Identity();
            case 1 -> new Tanh();
            case 2 -> new Sigmoid();
            case 3 -> new Softplus();
            case 4 -> new Silu();
            case 5 -> new Gelu();
            case 6 -> new Elu(1);
            default -> new LeakyRelu(1);
        };
    }

    private Activation kinked() {
        return switch (seeded.nextInt(4)) {
            case 0 -> new LeakyRelu(seeded.nextDouble(-1, 1));
            case 1 -> new Elu(seeded.nextDouble(-1, 3));
            case 2 -> new LeakyRelu(LeakyRelu.DEFAULT_SLOPE);
            default -> new Relu();
        };
    }
}
