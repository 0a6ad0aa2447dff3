package dev.gradlens.check.stacked;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import org.jspecify.annotations.Nullable;

/** A normalization with its scale over a stack; its shift moves nothing. */
interface StackedNormalization {

    /**
     * Before it is applied: takes out of what has moved what the mean over the batch moves by. That may be done behind a
     * product or before it, where there are often fewer units.
     */
    default void centre(Moved moved) {}

    /** How far Z has moved, but for what {@link #centre} takes out, becomes how far Ztilda has. */
    void apply(Moved moved);

    /** That of layer l; null where it has none. */
    static @Nullable StackedNormalization of(Workspace workspace, Arithmetic arithmetic, int l) {
        Normalization normalization = workspace.layer(l).normalization();
        Normalized known = workspace.run().normalized(l);
        if (normalization == null || known == null) {
            return null;
        }
        double[] gamma = gamma(workspace.run().setup().parameters().get(l));
        return switch (normalization) {
            case BatchNorm batch
            when workspace.run().setup().mode() == Mode.INFERENCE ->
                FixedNormalization.of(workspace, batch.epsilon(), known.sigma2(), gamma);
            case BatchNorm batch ->
                arithmetic.batchNormalization(
                        batch.epsilon(), divisor(batch.varianceEstimator(), workspace.examples()), known, gamma);
            case LayerNorm layer ->
                new UnitNormalization(
                        workspace,
                        arithmetic,
                        layer.epsilon(),
                        divisor(layer.varianceEstimator(), gamma.length),
                        known,
                        gamma,
                        true);
            case RmsNorm rms ->
                new UnitNormalization(workspace, arithmetic, rms.epsilon(), gamma.length, known, gamma, false);
        };
    }

    private static double divisor(VarianceEstimator estimator, int count) {
        return estimator == VarianceEstimator.BIASED ? count : count - 1;
    }

    private static double[] gamma(LayerParameters<Values> parameters) {
        return requireNonNull(parameters.gamma()).rowMajor();
    }
}
