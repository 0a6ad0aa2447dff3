package dev.gradlens.training;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.network.Batch;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Values;
import java.util.Arrays;

/** Makes what a network is trained on of the examples of a data set, once they are known to go together. */
public final class TrainingExamples {
    private TrainingExamples() {}

    /**
     * X and Y, an example in each row: classes are rows with a single 1, but the numbers themselves where there is one output.
     *
     * @throws IllegalArgumentException if there are no targets
     */
    public static Batch batch(Examples examples, NetworkSpec spec) {
        return new Batch(
                examples.x(),
                switch (examples.targets()) {
                    case Targets.Numbers(Values y) -> y;
                    case Targets.Classes(int[] labels) ->
                        spec.outputs() == 1 ? column(labels) : oneHot(labels, spec.outputs());
                    case Targets.None() -> throw new IllegalArgumentException("examples without targets train nothing");
                });
    }

    private static Values column(int[] labels) {
        return new Values(
                labels.length, 1, Arrays.stream(labels).asDoubleStream().toArray());
    }

    private static Values oneHot(int[] labels, int classes) {
        double[] y = new double[Math.multiplyExact(labels.length, classes)];
        for (int i = 0; i < labels.length; i++) {
            y[i * classes + labels[i]] = 1;
        }
        return new Values(labels.length, classes, y);
    }
}
