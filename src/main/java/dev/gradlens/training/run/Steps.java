package dev.gradlens.training.run;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.training.Accuracy;
import dev.gradlens.network.training.Clipping;
import dev.gradlens.network.training.StepWatch;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.network.training.TrainingPlan;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.Recipe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes steps, one after another. */
final class Steps {
    private static final double[] NOT_MEASURED = {};

    private final Course course;
    private final Recipe recipe;
    private final Trainer trainer;
    private final GradientExaminer examiner;
    private final @Nullable StepWatch watch;
    private int epoch;
    private int[][] batches = {};

    /**
     * From where the trainer is.
     *
     * @param beginning the parameters at step 0
     */
    Steps(
            Course course,
            TrainingPlan plan,
            Trainer trainer,
            List<LayerParameters<Values>> beginning,
            KernelsProvider provider) {
        this.course = course;
        this.recipe = course.recipe();
        this.trainer = trainer;
        this.examiner = new GradientExaminer(course, provider);
        this.watch = plan.watched() ? new StepWatch(plan, trainer, beginning) : null;
    }

    /** A step, from 1; it moves nothing where the cost is not finite. */
    Taken take(long step) {
        int[] examples = examples(step);
        double rate = recipe.schedule().rate(recipe.learningRate(), step, course.steps());
        double cost = trainer.gradients(examples);
        if (!Double.isFinite(cost)) {
            return new Taken(cost, null, rate, NOT_MEASURED, null);
        }
        Double accuracy = accuracy(examples);
        GradientExaminer.Seen seen = course.isChecked(step) ? examiner.look(trainer, examples, step) : null;
        StepWatch measuring = course.isMeasured(step) ? watch : null;
        if (measuring != null) {
            measuring.beforeMove();
        }
        Clipping clipping = recipe.clipping();
        double factor = clipping == null ? 1 : clipping.clip(trainer);
        trainer.move(rate);
        return new Taken(cost, accuracy, rate, measuring == null ? NOT_MEASURED : measuring.afterMove(factor), seen);
    }

    private int[] examples(long step) {
        if (course.epoch(step) != epoch) {
            epoch = course.epoch(step);
            batches = course.order().batches(epoch);
        }
        return batches[course.place(step)];
    }

    private @Nullable Double accuracy(int[] examples) {
        return Accuracy.of(
                        recipe.spec().loss(),
                        trainer.output(),
                        course.data().y().rows(examples))
                .map(Accuracy::share)
                .orElse(null);
    }
}
