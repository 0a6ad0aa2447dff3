package dev.gradlens.training.web;

import dev.gradlens.dataset.Datasets;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.training.ExampleOrder.LastBatch;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.Recipe;
import dev.gradlens.wire.NameRule;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.setup.BatchForm;
import dev.gradlens.wire.setup.ReadStart;
import dev.gradlens.wire.setup.StartReader;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a recipe of a request. */
final class TrainingReader {
    /** Each is a row, an event and a file; nobody looks at more. */
    private static final long MOST_CHECKPOINTS = 10_000;

    /** Of metrics: a gigabyte or two of the database. */
    private static final long MOST_NUMBERS = 200_000_000;

    private static final long SERIES_OF_A_LAYER = 12;

    private final Datasets datasets;
    private final TrainingLimits limits;

    TrainingReader(Datasets datasets, TrainingLimits limits) {
        this.datasets = datasets;
        this.limits = limits;
    }

    /**
     * A training that may be queued.
     *
     * @param inFull the request with nothing left to a default
     * @param rows of the data
     * @param dataSha256 keeps the data, where they are not kept yet
     * @param parameters makes those with which it begins
     * @param work what making and keeping those costs
     */
    record Read(
            Recipe recipe,
            TrainingForm inFull,
            int rows,
            Supplier<String> dataSha256,
            Supplier<List<LayerParameters<Values>>> parameters,
            Work work) {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     * @throws dev.gradlens.wire.WorkTooLargeException if it would be too much
     */
    Read read(Posted<TrainingForm> posted) {
        TrainingForm form = posted.value();
        Place root = Place.root(posted.faults());
        StartReader reader = new StartReader(form, root);
        ReadStart start = reader.read(batch(form), root.member("data"));
        DataReader.@Nullable Found data = new DataReader(datasets, start, root).read(form.data());
        RecipeOf defaults = new RecipeOf(form);
        if (data != null) {
            hold(defaults.order(), data.rows(), reader, root);
            requireValidation(form, data.rows(), root);
        }
        combine(form, root);
        root.faults().throwIfAny();
        Recipe recipe = defaults.recipe(Objects.requireNonNull(start.spec()));
        int rows = Objects.requireNonNull(data).rows();
        requireFewCheckpoints(recipe, rows, root);
        requireFewMetrics(recipe, rows, root);
        root.faults().throwIfAny();
        Work work = limits.admit(recipe, rows);
        return new Read(
                recipe, defaults.inFull(recipe, start.initialization()), rows, data.sha256(), start.parameters(), work);
    }

    @SuppressWarnings("NullAway") // A record that was read in part has nulls where it declares none.
    private static @Nullable BatchForm batch(TrainingForm form) {
        return form.data() == null ? null : form.data().batch();
    }

    /** What is kept for validation leaves a row, and each batch has the values that an unbiased variance needs. */
    private static void hold(Recipe.Order order, int rows, StartReader reader, Place root) {
        int kept = (int) Math.round(order.validationFraction() * rows);
        if (kept >= rows) {
            root.member("validationFraction").fault("leaves none of %d rows to train on".formatted(rows));
            return;
        }
        int trainedOn = rows - kept;
        int rest = trainedOn % order.batchSize();
        boolean full = trainedOn >= order.batchSize();
        boolean hasRest = rest != 0 && (order.lastBatch() == LastBatch.KEEP || !full);
        reader.requireSpread(hasRest ? rest : order.batchSize());
    }

    private static void requireValidation(TrainingForm form, int rows, Place root) {
        Double fraction = form.validationFraction();
        if (form.earlyStopping() != null && fraction != null && fraction > 0 && Math.round(fraction * rows) == 0) {
            root.member("validationFraction")
                    .fault("keeps none of %d rows, which earlyStopping looks at".formatted(rows));
        }
    }

    private static void combine(TrainingForm form, Place root) {
        NameRule.check(form.name(), Pointer.of("name"), root.faults());
        boolean validated = form.validationFraction() != null && form.validationFraction() > 0;
        if (form.earlyStopping() != null
                && !validated
                && root.member("validationFraction").isSound()) {
            root.member("earlyStopping").fault("needs a validationFraction above 0, as it looks at that part");
        }
    }

    private static void requireFewMetrics(Recipe recipe, int rows, Place root) {
        long told = recipe.metricsEvery() == 0 ? 0 : recipe.steps(rows) / recipe.metricsEvery();
        long numbers = told * SERIES_OF_A_LAYER * recipe.spec().layers().size();
        if (numbers > MOST_NUMBERS) {
            root.member("metricsEvery")
                    .fault("would keep some %d numbers of %d steps; at most %d are kept"
                            .formatted(numbers, told, MOST_NUMBERS));
        }
    }

    private static void requireFewCheckpoints(Recipe recipe, int rows, Place root) {
        long steps = recipe.steps(rows);
        if (recipe.checkpointEvery() > 0 && steps / recipe.checkpointEvery() > MOST_CHECKPOINTS) {
            root.member("checkpointEvery")
                    .fault("would keep %d checkpoints of %d steps; at most %d are kept"
                            .formatted(steps / recipe.checkpointEvery(), steps, MOST_CHECKPOINTS));
        }
    }
}
