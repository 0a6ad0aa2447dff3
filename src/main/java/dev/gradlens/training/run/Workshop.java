package dev.gradlens.training.run;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.model.Models;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.network.training.Trainers;
import dev.gradlens.network.training.TrainingPlan;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.Checkpoint;
import dev.gradlens.training.Recipe;
import dev.gradlens.training.RecipeReader;
import dev.gradlens.training.TrainingExamples;
import dev.gradlens.training.TrainingHistory;
import dev.gradlens.training.WorkQueue;
import dev.gradlens.training.WorkQueue.Claim;
import java.util.List;
import java.util.function.LongConsumer;

/** Brings together what a training needs, and lets it run. */
final class Workshop {
    private final WorkQueue queue;
    private final TrainingHistory history;
    private final RecipeReader recipes;
    private final Datasets datasets;
    private final Models models;
    private final StoredProgress stored;
    private final KernelsProvider provider;

    Workshop(
            WorkQueue queue,
            TrainingHistory history,
            RecipeReader recipes,
            Datasets datasets,
            Models models,
            StoredProgress stored,
            KernelsProvider provider) {
        this.queue = queue;
        this.history = history;
        this.recipes = recipes;
        this.datasets = datasets;
        this.models = models;
        this.stored = stored;
        this.provider = provider;
    }

    /** Runs a training on this thread, on its core and those that idle. */
    void run(Claim claim, Control control, LongConsumer counter) {
        Recipe recipe = recipes.read(claim.training().effective());
        StoredProgress.Point begun = stored.last(claim, recipe);
        Course course = course(claim, recipe, begun);
        TrainingPlan plan = course.plan(begun.state());
        try (Cores.Claim _ = Cores.all().claim();
                Trainer trainer = Trainers.open(plan, provider, Cores.all())) {
            Opened opened = new Opened(
                    claim,
                    control,
                    course,
                    plan,
                    trainer,
                    begun,
                    beginning(claim, begun),
                    diary -> new Persistence(queue, stored, control, diary, recipe, claim.lastCheckpoint()));
            new TrainingRun(opened, provider, counter).run();
        }
    }

    private Course course(Claim claim, Recipe recipe, StoredProgress.Point begun) {
        Batch kept = TrainingExamples.batch(datasets.examples(claim.dataSha256()), recipe.spec());
        Values x = begun.standardization() == null
                ? kept.x()
                : begun.standardization().apply(kept.x());
        Batch data = new Batch(x, kept.y());
        return new Course(recipe, data, recipe.order().of(data.examples()));
    }

    private List<LayerParameters<Values>> beginning(Claim claim, StoredProgress.Point begun) {
        if (claim.resumeSha256() == null) {
            return begun.state().parameters();
        }
        Checkpoint first = history.checkpoints(claim.training().id(), -1, 1).getFirst();
        return models.content(first.model()).orElseThrow().parameters();
    }
}
