package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import org.jspecify.annotations.Nullable;

/** Gives normalizations an epsilon that is seen. */
final class LargeEpsilon {
    /** Beside variances near 1 it changes the second digit. */
    private static final double SEEN = 0.1;

    private LargeEpsilon() {}

    static Exercise in(Exercise exercise) {
        Setup setup = exercise.setup();
        NetworkSpec spec = setup.spec();
        NetworkSpec changed = new NetworkSpec(
                spec.inputs(), spec.layers().stream().map(LargeEpsilon::in).toList(), spec.loss(), spec.weightDecay());
        return new Exercise(
                new Setup(changed, setup.parameters(), setup.batch(), setup.mode()), exercise.meanInParameters());
    }

    private static LayerSpec in(LayerSpec layer) {
        return switch (layer) {
            case DenseSpec dense ->
                new DenseSpec(dense.units(), dense.bias(), orNull(dense.normalization()), dense.activation());
            case NormalizeSpec normalize -> new NormalizeSpec(in(normalize.normalization()), normalize.activation());
        };
    }

    private static @Nullable Normalization orNull(@Nullable Normalization normalization) {
        return normalization == null ? null : in(normalization);
    }

    static Normalization in(Normalization normalization) {
        Epsilon epsilon = new Epsilon(
                Math.max(SEEN, normalization.epsilon().value()),
                normalization.epsilon().placement());
        return switch (normalization) {
            case BatchNorm batch -> new BatchNorm(epsilon, batch.varianceEstimator(), batch.running());
            case LayerNorm layer -> new LayerNorm(epsilon, layer.varianceEstimator());
            case RmsNorm rms -> new RmsNorm(epsilon);
        };
    }
}
