package dev.gradlens.network;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;
import java.util.Random;

/** Targets that suit a loss: classes and soft ones, whose sum need not be 1. */
final class RandomTargets {

    private final Random seeded;

    RandomTargets(Random seeded) {
        this.seeded = seeded;
    }

    Values of(Loss loss, int examples, int outputs) {
        boolean soft = seeded.nextBoolean();
        return switch (loss) {
            case CrossEntropy(), SoftmaxCrossEntropy() ->
                soft ? uniform(examples, outputs) : classes(examples, outputs);
            case BinaryCrossEntropy(), SigmoidBinaryCrossEntropy() ->
                soft ? uniform(examples, outputs) : bits(examples, outputs);
            case MeanSquaredError(), HalfMeanSquaredError(), Upstream() -> gaussian(examples, outputs);
        };
    }

    private Values uniform(int examples, int outputs) {
        return new Values(
                examples, outputs, seeded.doubles((long) examples * outputs).toArray());
    }

    private Values bits(int examples, int outputs) {
        return new Values(
                examples,
                outputs,
                seeded.ints((long) examples * outputs, 0, 2).asDoubleStream().toArray());
    }

    private Values classes(int examples, int outputs) {
        double[] entries = new double[examples * outputs];
        for (int i = 0; i < examples; i++) {
            entries[i * outputs + seeded.nextInt(outputs)] = 1;
        }
        return new Values(examples, outputs, entries);
    }

    private Values gaussian(int examples, int outputs) {
        double[] entries = new double[examples * outputs];
        for (int index = 0; index < entries.length; index++) {
            entries[index] = seeded.nextGaussian();
        }
        return new Values(examples, outputs, entries);
    }
}
