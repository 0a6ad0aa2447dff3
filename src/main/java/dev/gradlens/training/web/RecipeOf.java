package dev.gradlens.training.web;

import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.training.Clipping;
import dev.gradlens.network.training.ExampleOrder.LastBatch;
import dev.gradlens.tensor.Precision;
import dev.gradlens.training.Recipe;
import dev.gradlens.wire.setup.Bundle;
import dev.gradlens.wire.setup.InitializationForm;
import dev.gradlens.wire.setup.NetworkForm;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills in what a request leaves to a default. */
final class RecipeOf {
    private final TrainingForm form;

    RecipeOf(TrainingForm form) {
        this.form = form;
    }

    /** The recipe with a network. */
    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    Recipe recipe(NetworkSpec spec) {
        OptimizerForm optimizer = Objects.requireNonNullElseGet(form.optimizer(), OptimizerForm::byDefault);
        return new Recipe(
                spec,
                Objects.requireNonNullElse(form.precision(), Precision.FLOAT64),
                optimizer.optimizer(),
                optimizer.rate(),
                schedule().schedule(),
                form.clipNorm() == null ? null : new Clipping(form.clipNorm()),
                order(),
                or(form.epochs(), TrainingForm.EPOCHS),
                Boolean.TRUE.equals(form.standardize()),
                Objects.requireNonNullElse(form.backward(), BackwardRule.EXACT),
                or(form.metricsEvery(), 1),
                or(form.checkpointEvery(), TrainingForm.CHECKPOINT_EVERY),
                or(form.gradientCheckEvery(), 0),
                form.earlyStopping() == null ? null : form.earlyStopping().patience(),
                Duration.ofSeconds(or(form.deadlineSeconds(), TrainingForm.DEADLINE_SECONDS)));
    }

    /** In which order examples come; does not need to know the network. */
    Recipe.Order order() {
        return new Recipe.Order(
                Objects.requireNonNullElse(form.seed(), 0L),
                Objects.requireNonNullElse(form.validationFraction(), 0.0),
                or(form.batchSize(), TrainingForm.BATCH_SIZE),
                Objects.requireNonNullElse(form.lastBatch(), LastBatch.KEEP));
    }

    private ScheduleForm schedule() {
        return Objects.requireNonNullElseGet(form.schedule(), ScheduleForm::byDefault);
    }

    /** The form in which nothing is left to a default, but for the numbers themselves: of parameters, and of a batch. */
    TrainingForm inFull(Recipe recipe, @Nullable InitializationForm initialization) {
        boolean named = form.data().dataset() != null;
        return new TrainingForm(
                form.name(),
                NetworkForm.of(recipe.spec()),
                new DataForm(named ? form.data().dataset() : null, null),
                recipe.standardize(),
                recipe.precision(),
                Objects.requireNonNullElse(form.conventions(), Bundle.PAPER),
                Objects.requireNonNullElseGet(form.optimizer(), OptimizerForm::byDefault)
                        .inFull(),
                schedule().inFull(),
                form.clipNorm(),
                recipe.order().batchSize(),
                recipe.order().lastBatch(),
                recipe.epochs(),
                recipe.order().validationFraction(),
                null,
                initialization,
                recipe.order().seed(),
                recipe.rule(),
                recipe.metricsEvery(),
                recipe.checkpointEvery(),
                recipe.gradientCheckEvery(),
                form.earlyStopping(),
                (int) recipe.deadline().toSeconds());
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }
}
