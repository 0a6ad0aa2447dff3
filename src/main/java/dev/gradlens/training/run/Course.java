package dev.gradlens.training.run;

import dev.gradlens.network.Batch;
import dev.gradlens.network.training.Accuracy;
import dev.gradlens.network.training.ExampleOrder;
import dev.gradlens.network.training.TrainerState;
import dev.gradlens.network.training.TrainingPlan;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.Recipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipe with its examples.
 *
 * @param data all of them, standardized where the recipe says so
 * @param order in which they come
 */
record Course(Recipe recipe, Batch data, ExampleOrder order) {
    static final String GRADIENT_ERROR = "gradientCheck.relativeError";
    static final String GRADIENT_FAILED = "gradientCheck.failed";

    private static final List<String> ALWAYS = List.of("cost", "learningRate");

    /** The plan from some point on; gradients stand by themselves where somebody looks at them. */
    TrainingPlan plan(TrainerState state) {
        return new TrainingPlan(
                recipe.spec(),
                state,
                data,
                recipe.optimizer(),
                recipe.rule(),
                batchSize(),
                recipe.precision(),
                watched());
    }

    private int batchSize() {
        return Math.min(recipe.order().batchSize(), data.examples());
    }

    private boolean watched() {
        return recipe.metricsEvery() > 0 || recipe.clipping() != null || recipe.gradientCheckEvery() > 0;
    }

    long steps() {
        return recipe.steps(data.examples());
    }

    /** In which epoch a step is, from 1. */
    int epoch(long step) {
        return (int) ((step - 1) / order.batchesInEpoch()) + 1;
    }

    /** Which batch of its epoch a step takes, from 0. */
    int place(long step) {
        return (int) ((step - 1) % order.batchesInEpoch());
    }

    boolean endsEpoch(long step) {
        return step % order.batchesInEpoch() == 0;
    }

    boolean isMeasured(long step) {
        return recipe.metricsEvery() > 0 && step % recipe.metricsEvery() == 0;
    }

    boolean isChecked(long step) {
        return recipe.gradientCheckEvery() > 0 && step % recipe.gradientCheckEvery() == 0;
    }

    boolean isKept(long step) {
        return step == steps() || (recipe.checkpointEvery() > 0 && step % recipe.checkpointEvery() == 0);
    }

    /** Those that are kept apart; null where none are. */
    @Nullable
    Batch validation() {
        int[] rows = order.validation();
        return rows.length == 0 ? null : new Batch(data.x().rows(rows), data.y().rows(rows));
    }

    /** Whether the loss knows right and wrong. */
    private boolean tellsRight() {
        Values any = Values.row(0);
        return Accuracy.of(recipe.spec().loss(), any, any).isPresent();
    }

    /**
     * The series that are measured.
     *
     * @param watched the last of them, as a watch gives them
     */
    List<String> names(List<String> watched) {
        boolean tellsRight = tellsRight();
        List<String> names = new ArrayList<>(ALWAYS);
        if (tellsRight) {
            names.add("accuracy");
        }
        if (recipe.order().validationFraction() > 0) {
            names.add("validationCost");
            if (tellsRight) {
                names.add("validationAccuracy");
            }
        }
        if (recipe.gradientCheckEvery() > 0) {
            names.addAll(List.of(GRADIENT_ERROR, GRADIENT_FAILED));
        }
        names.addAll(watched);
        return List.copyOf(names);
    }
}
