package dev.gradlens.training;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.network.Standardization;
import dev.gradlens.tensor.Values;
import org.jspecify.annotations.Nullable;

/** Tells how the features of a training are centred and scaled: by what is trained on, not by what is kept for validation. */
public final class StartStandardization {
    private final Datasets datasets;

    public StartStandardization(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Null where the recipe asks for none. */
    public @Nullable Standardization of(Recipe recipe, String dataSha256) {
        if (!recipe.standardize()) {
            return null;
        }
        Values x = datasets.examples(dataSha256).x();
        return Standardization.of(x.rows(recipe.order().of(x.rows()).training()));
    }
}
