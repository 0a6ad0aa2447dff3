package dev.gradlens.training.web;

import dev.gradlens.training.Recipe;
import dev.gradlens.training.RecipeReader;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.StartReader;
import java.util.Objects;

/** Reads recipes of what was kept of requests, in which nothing is left to a default of this version. */
final class EffectiveRecipe implements RecipeReader {
    private final TrainingText texts;

    EffectiveRecipe(TrainingText texts) {
        this.texts = texts;
    }

    @Override
    public Recipe read(String effective) {
        TrainingForm form = texts.read(effective);
        Place root = Place.root(new Faults());
        return new RecipeOf(form)
                .recipe(Objects.requireNonNull(new StartReader(form, root)
                        .read(null, root.member("data"))
                        .spec()));
    }
}
