package dev.gradlens.diagnosis.judge;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A reading of an exercise's conventions.
 *
 * @param layers the normalization of each layer; null where it has none
 * @param atKink the derivative that is taken where there is none
 */
record Variant(List<@Nullable Normalization> layers, boolean meanInParameters, double atKink) {

    /** As declared. */
    static Variant of(Exercise exercise) {
        List<@Nullable Normalization> layers = new ArrayList<>();
        for (LayerSpec layer : exercise.setup().spec().layers()) {
            layers.add(layer.normalization());
        }
        return new Variant(layers, exercise.meanInParameters(), exercise.atKink());
    }

    Variant withScale(boolean mean) {
        return new Variant(layers, mean, atKink);
    }

    /** With one layer normalized in another way. */
    Variant with(int l, UnaryOperator<Normalization> change) {
        List<@Nullable Normalization> changed = new ArrayList<>(layers);
        Normalization normalization = changed.get(l);
        changed.set(l, normalization == null ? null : change.apply(normalization));
        return new Variant(changed, meanInParameters, atKink);
    }

    /** With another derivative at a kink. */
    Variant withAtKink(double share) {
        return new Variant(layers, meanInParameters, share);
    }

    /** With all layers normalized in another way. */
    Variant withAll(UnaryOperator<Normalization> change) {
        Variant changed = this;
        for (int l = 0; l < layers.size(); l++) {
            changed = changed.with(l, change);
        }
        return changed;
    }

    static Normalization placed(Normalization normalization, Placement placement) {
        return withEpsilon(normalization, new Epsilon(normalization.epsilon().value(), placement));
    }

    static Normalization withEpsilon(Normalization normalization, Epsilon epsilon) {
        return switch (normalization) {
            case BatchNorm batch -> new BatchNorm(epsilon, batch.varianceEstimator(), batch.running());
            case LayerNorm layer -> new LayerNorm(epsilon, layer.varianceEstimator());
            case RmsNorm rms -> new RmsNorm(epsilon);
        };
    }

    static Normalization estimated(Normalization normalization, VarianceEstimator estimator) {
        return switch (normalization) {
            case BatchNorm batch -> new BatchNorm(batch.epsilon(), estimator, batch.running());
            case LayerNorm layer -> new LayerNorm(layer.epsilon(), estimator);
            case RmsNorm rms -> rms;
        };
    }

    static @Nullable VarianceEstimator estimator(Normalization normalization) {
        return switch (normalization) {
            case BatchNorm batch -> batch.varianceEstimator();
            case LayerNorm layer -> layer.varianceEstimator();
            case RmsNorm rms -> null;
        };
    }

    /** The exercise under this reading. */
    Exercise applied(Exercise exercise) {
        Setup setup = exercise.setup();
        List<LayerSpec> specs = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            specs.add(
                    switch (setup.spec().layers().get(l)) {
                        case DenseSpec dense ->
                            new DenseSpec(dense.units(), dense.bias(), layers.get(l), dense.activation());
                        case NormalizeSpec normalize -> normalize(normalize, layers.get(l));
                    });
        }
        NetworkSpec spec = new NetworkSpec(
                setup.spec().inputs(), specs, setup.spec().loss(), setup.spec().weightDecay());
        return new Exercise(new Setup(spec, setup.parameters(), setup.batch(), setup.mode()), meanInParameters, atKink);
    }

    private static LayerSpec normalize(NormalizeSpec spec, @Nullable Normalization normalization) {
        return new NormalizeSpec(requireNonNull(normalization), spec.activation());
    }
}
