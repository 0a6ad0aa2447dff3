package dev.gradlens.diagnosis.web;

import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.LayerForm;
import dev.gradlens.wire.setup.Layout;
import dev.gradlens.wire.setup.NormalizationForm;
import dev.gradlens.wire.setup.ScaleName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how the lines of a mistake's page are to be read under the conventions of a request. */
final class LinesNote {
    private final EffectiveConventions effective;

    LinesNote(EffectiveConventions effective) {
        this.effective = effective;
    }

    /**
     * For a layer.
     *
     * @param layer from 0; −1 for the input
     * @return null where the lines stand as they are
     */
    @Nullable
    String of(int layer) {
        List<String> here = new ArrayList<>();
        if (effective.layout() == Layout.COLUMNS) {
            here.add("an example is a column: axis=1 in place of axis=0");
        }
        if (effective.gradientScale() == ScaleName.MEAN_IN_PARAMETERS) {
            here.add("dW, db, dgamma and dbeta take the 1/m of the mean, and np.mean is right there");
        }
        if (layer >= 0) {
            addOfNormalization(here, effective.network().layers().get(layer));
        }
        return here.isEmpty()
                ? null
                : "The lines are written for examples in rows, batch normalization, epsilon inside of the root, the biased"
                        + " variance and gradients of J. Here " + String.join("; ", here) + ".";
    }

    private static void addOfNormalization(List<String> here, LayerForm layer) {
        switch (layer.normalization()) {
            case NormalizationForm.Batch batch -> {
                addPlacement(here, batch.epsilonPlacement());
                addEstimator(here, batch.varianceEstimator());
            }
            case NormalizationForm.Layer norm -> {
                here.add("mean and variance are taken over the units of each example, and m counts these");
                addPlacement(here, norm.epsilonPlacement());
                addEstimator(here, norm.varianceEstimator());
            }
            case NormalizationForm.Rms rms -> {
                here.add("the mean square is taken over the units of each example, and there is no mean");
                addPlacement(here, rms.epsilonPlacement());
            }
            case NormalizationForm.None none -> {}
            case null -> {}
        }
    }

    private static void addPlacement(List<String> here, Epsilon.@Nullable Placement placement) {
        if (placement == Epsilon.Placement.OUTSIDE_SQRT) {
            here.add("s = np.sqrt(sigma2) + eps, and the variance path has s * np.sqrt(sigma2) in place of s**2");
        }
    }

    private static void addEstimator(List<String> here, @Nullable VarianceEstimator estimator) {
        if (estimator == VarianceEstimator.UNBIASED) {
            here.add("sigma2 and the variance path divide by one less than m");
        }
    }
}
