package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.wire.setup.KnownLayer;
import dev.gradlens.wire.setup.LayerForm;
import dev.gradlens.wire.setup.NormalizationForm;
import org.jspecify.annotations.Nullable;

/**
 * Which tensors a layer has, as far as that is known.
 *
 * @param layer the layer
 * @param mode null where not known
 */
record LayerCheck(KnownLayer layer, @Nullable Mode mode) {
    private static final String FIXED = "in inference the running statistics are constants";

    /** Why the layer has no such tensor; null if it has one, or if that is not known. */
    @Nullable
    String absence(Step step) {
        return switch (step) {
            case Z, A, SCALE, D_A, D_Z -> null;
            case D_W -> absenceOfW();
            case D_B -> absenceOfB();
            case SIGMA2, Z_NORM, Z_TILDA, D_Z_NORM, D_Z_TILDA, D_GAMMA, D_BETA -> absenceOfNormalization();
            case MU -> absenceOfMean();
            case D_SIGMA2 -> isFixed() ? FIXED : absenceOfNormalization();
            case D_MU -> isFixed() ? FIXED : absenceOfMean();
            case RUNNING_MEAN, RUNNING_VARIANCE -> absenceOfRunning();
        };
    }

    /** Whether statistics are taken over the units, so that there is one for each example. */
    boolean hasStatisticsOfExamples() {
        return normalization() instanceof NormalizationForm.Layer || normalization() instanceof NormalizationForm.Rms;
    }

    private @Nullable NormalizationForm normalization() {
        return layer.form() == null ? null : layer.form().normalization();
    }

    private boolean isBatch() {
        return normalization() instanceof NormalizationForm.Batch;
    }

    private boolean isFixed() {
        return isBatch() && mode == Mode.INFERENCE;
    }

    private @Nullable String absenceOfW() {
        return layer.form() instanceof LayerForm.Normalize ? "a normalize layer has no W" : null;
    }

    private @Nullable String absenceOfB() {
        return switch (layer.form()) {
            case null -> null;
            case LayerForm.Normalize normalize -> "a normalize layer has no b";
            case LayerForm.Dense dense -> Boolean.FALSE.equals(dense.bias()) ? "the layer is one without bias" : null;
        };
    }

    private @Nullable String absenceOfNormalization() {
        boolean has = switch (normalization()) {
            case null -> !layer.isNormalizationKnown();
            case NormalizationForm.None none -> false;
            case NormalizationForm.Batch batch -> true;
            case NormalizationForm.Layer units -> true;
            case NormalizationForm.Rms rms -> true;
        };
        return has ? null : "nothing is normalized in this layer";
    }

    private @Nullable String absenceOfMean() {
        return normalization() instanceof NormalizationForm.Rms
                ? "rms normalization takes no mean"
                : absenceOfNormalization();
    }

    private @Nullable String absenceOfRunning() {
        if (isFixed()) {
            return "in inference the running statistics stay as they are";
        }
        boolean has = isBatch() || !layer.isNormalizationKnown();
        return has ? null : "only batch normalization keeps running statistics";
    }
}
