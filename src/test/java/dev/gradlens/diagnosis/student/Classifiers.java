package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Random;

/** What homework is about: a layer with batch normalization and tanh, and a softmax of two or three classes behind it. */
public final class Classifiers {
    private static final int INPUTS = 3;

    private Classifiers() {}

    /** The same for the same seed: 4 to 32 examples, 3 to 6 features. */
    public static Exercise random(long seed) {
        Random seeded = new Random(seed);
        RandomChoices choices = new RandomChoices(seeded);
        int examples = 4 << seeded.nextInt(4);
        int units = 3 + seeded.nextInt(4);
        int classes = 2 + seeded.nextInt(2);
        List<LayerSpec> layers = List.of(
                new DenseSpec(units, true, choices.batchNorm(), new Tanh()),
                new DenseSpec(classes, true, null, new Softmax()));
        CrossEntropy loss = new CrossEntropy();
        List<LayerParameters<Values>> parameters = List.of(
                new LayerParameters<>(
                        choices.gaussian(units, INPUTS, 1),
                        choices.gaussian(1, units, 1),
                        choices.ofBothSigns(units),
                        choices.gaussian(1, units, 1),
                        choices.gaussian(1, units, 1),
                        choices.positive(units)),
                new LayerParameters<>(
                        choices.gaussian(classes, units, 1), choices.gaussian(1, classes, 1), null, null, null, null));
        Batch batch = new Batch(choices.gaussian(examples, INPUTS, 1), choices.targets(loss, examples, classes));
        return new Exercise(
                new Setup(new NetworkSpec(INPUTS, layers, loss, 0), parameters, batch, Mode.TRAINING), false);
    }
}
