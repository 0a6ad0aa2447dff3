package dev.gradlens.training.run;

import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.training.Accuracy;
import dev.gradlens.network.training.Evaluation;
import dev.gradlens.network.training.StepWatch;
import dev.gradlens.network.training.Trainer;
import dev.gradlens.network.training.TrainerState;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import dev.gradlens.training.Failure;
import dev.gradlens.training.Progress;
import dev.gradlens.training.Recipe;
import dev.gradlens.training.WorkQueue.Claim;
import dev.gradlens.training.WorkQueue.Warning;
import dev.gradlens.training.run.Control.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One training, from its last checkpoint until it ends or somebody wants it to stop. Belongs to one thread. */
final class TrainingRun {
    private final Claim claim;
    private final Control control;
    private final Course course;
    private final Recipe recipe;
    private final KernelsProvider provider;
    private final Trainer trainer;
    private final Steps steps;
    private final Persistence persistence;
    private final Diary diary;
    private final Row row;
    private final StoredProgress.Point begun;
    private final @Nullable Batch validation;
    private final LongConsumer counter;
    private final long started = System.nanoTime();
    private Patience patience;
    private Progress progress;

    TrainingRun(Opened opened, KernelsProvider provider, LongConsumer counter) {
        this.claim = opened.claim();
        this.control = opened.control();
        this.course = opened.course();
        this.recipe = course.recipe();
        this.provider = provider;
        this.trainer = opened.trainer();
        this.steps = new Steps(course, opened.plan(), trainer, opened.beginning(), provider);
        List<String> watched = opened.plan().watched() ? StepWatch.names(opened.plan()) : List.of();
        List<String> names = course.names(watched);
        this.row = new Row(names, watched);
        this.diary = new Diary(names, claim.training().progress());
        this.persistence = opened.persistence(diary);
        this.begun = opened.begun();
        this.validation = course.validation();
        this.patience = begun.patience();
        this.progress = claim.training().progress();
        this.counter = counter;
    }

    /** Runs until the training has ended, is given back, or turns out to be another worker's. */
    void run() {
        try (persistence) {
            steps();
        }
    }

    private void steps() {
        for (long step = begun.state().steps() + 1; step <= course.steps() && !isStopped(); step++) {
            if (control.wish() != Wish.GO_ON) {
                leave();
                return;
            }
            Failure failure = take(step);
            if (failure != null) {
                persistence.finish(failure);
                return;
            }
            counter.accept(step);
        }
        end();
    }

    private boolean isStopped() {
        return recipe.patience() != null && patience.epochs() >= recipe.patience();
    }

    /** A step with all that follows from it; what ends the training, if something does. */
    private @Nullable Failure take(long step) {
        Taken taken = steps.take(step);
        Batch kept = course.endsEpoch(step) && Double.isFinite(taken.cost()) ? validation : null;
        progress = progress(step, taken);
        if (kept != null) {
            validate(kept);
        }
        diary.step(progress);
        if (isTold(step, taken, kept != null)) {
            diary.measure(step, row.of(taken, progress, kept != null));
        }
        warn(step, taken);
        if (!Double.isFinite(taken.cost())) {
            return diverged(step, "The cost at step %d is %s.".formatted(step, taken.cost()));
        }
        if (course.isKept(step)) {
            Failure failure = keep(step);
            if (failure != null) {
                return failure;
            }
        }
        persistence.tellNowAndThen();
        return isLate() ? late(step) : null;
    }

    /** Each so-manyth step, and those at which something else happened. */
    private boolean isTold(long step, Taken taken, boolean validated) {
        boolean wanted = recipe.metricsEvery() > 0 && (course.isMeasured(step) || validated);
        return wanted || course.isChecked(step) || !Double.isFinite(taken.cost());
    }

    private Progress progress(long step, Taken taken) {
        return new Progress(
                step,
                course.epoch(step),
                taken.cost(),
                taken.accuracy(),
                progress.validationCost(),
                progress.validationAccuracy());
    }

    private void validate(Batch kept) {
        Evaluation.Result result =
                new Evaluation(recipe.spec(), trainer.parameters(), recipe.precision(), provider).of(kept);
        patience = patience.after(result.cost());
        progress = new Progress(
                progress.step(),
                progress.epoch(),
                progress.cost(),
                progress.accuracy(),
                result.cost(),
                result.accuracy().map(Accuracy::share).orElse(null));
    }

    private void warn(long step, Taken taken) {
        if (taken.seen() != null && taken.seen().failed() > 0) {
            diary.warn(new Warning(
                    "gradientCheckFailed",
                    step,
                    "%d gradients are wrong at step %d, the first of them %s."
                            .formatted(taken.seen().failed(), step, taken.seen().firstFailed())));
        }
    }

    private static Failure diverged(long step, String detail) {
        return new Failure(Failure.Kind.DIVERGED, detail, step);
    }

    private @Nullable Failure keep(long step) {
        StoredProgress.Point point = point();
        if (!isFinite(point.state())) {
            return diverged(step, "A parameter is not a finite number after step %d.".formatted(step));
        }
        if (step < course.steps()) {
            persistence.keep(point);
        }
        return null; // the last one is kept at the end
    }

    private StoredProgress.Point point() {
        return new StoredProgress.Point(trainer.state(), patience, begun.standardization());
    }

    private static boolean isFinite(TrainerState state) {
        for (LayerParameters<Values> layer : state.parameters()) {
            for (Values tensor : layer.tensors()) {
                for (double entry : tensor.rowMajor()) {
                    if (!Double.isFinite(entry)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private boolean isLate() {
        Duration running = Duration.ofMillis(claim.runMillis()).plusNanos(System.nanoTime() - started);
        return running.compareTo(recipe.deadline()) > 0;
    }

    private Failure late(long step) {
        persistence.keep(point());
        return new Failure(
                Failure.Kind.DEADLINE,
                String.format(
                        Locale.ROOT,
                        "It was at step %d of %d when its %d seconds were over.",
                        step,
                        course.steps(),
                        recipe.deadline().toSeconds()),
                step);
    }

    private void leave() {
        if (control.wish() == Wish.LOST) {
            return;
        }
        if (control.wish() != Wish.CANCEL) {
            persistence.keep(point());
        }
        persistence.giveBack();
    }

    private void end() {
        if (isStopped() && progress.step() < course.steps()) {
            diary.warn(new Warning(
                    "stoppedEarly",
                    progress.step(),
                    "The cost of the validation part was not below %s for %d epochs."
                            .formatted(patience.best(), patience.epochs())));
        }
        boolean kept = persistence.keepLast(point());
        if (!kept && control.wish() != Wish.GO_ON) {
            persistence.giveBack();
        } else {
            persistence.finish(kept ? null : full());
        }
    }

    private static Failure full() {
        return new Failure(
                Failure.Kind.STORAGE, "The data volume had no room for the last checkpoint for two minutes.", null);
    }
}
