package dev.gradlens.training.web;

import dev.gradlens.tensor.Precision;
import dev.gradlens.training.Failure;
import dev.gradlens.training.Progress;
import dev.gradlens.training.Training;
import dev.gradlens.training.TrainingState.Action;
import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import dev.gradlens.wire.tensors.Real;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trainings as clients see them. */
final class TrainingWriter {
    private final TrainingText texts;

    TrainingWriter(TrainingText texts) {
        this.texts = texts;
    }

    TrainingAnswer write(Training training) {
        Progress progress = training.progress();
        TrainingForm effective = texts.read(training.effective());
        boolean single = effective.precision() == Precision.FLOAT32;
        return new TrainingAnswer(
                training.id(),
                training.name(),
                TrainingStateName.of(training.state()),
                time(training.createdAt()),
                training.startedAt() == null ? null : time(training.startedAt()),
                training.finishedAt() == null ? null : time(training.finishedAt()),
                progress.step(),
                training.steps(),
                progress.epoch(),
                training.epochs(),
                real(progress.cost(), single),
                real(progress.accuracy(), false),
                real(progress.validationCost(), single),
                real(progress.validationAccuracy(), false),
                training.attempt(),
                training.model(),
                training.failure() == null ? null : problem(training, training.failure()),
                training.request() == null ? null : texts.read(training.request()),
                effective,
                links(training));
    }

    private static @Nullable Real real(@Nullable Double number, boolean single) {
        return number == null ? null : new Real(number, single);
    }

    /** To a millisecond, as far as clocks agree. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Problem problem(Training training, Failure failure) {
        ProblemType type = switch (failure.kind()) {
            case DIVERGED -> ProblemType.TRAINING_DIVERGED;
            case DEADLINE -> ProblemType.TRAINING_DEADLINE;
            case ATTEMPTS -> ProblemType.TRAINING_GIVEN_UP;
            case STORAGE -> ProblemType.UNAVAILABLE;
        };
        return Problem.of(type, failure.detail()).at(TrainingController.PATH + "/" + training.id());
    }

    private static Map<String, String> links(Training training) {
        String self = TrainingController.PATH + "/" + training.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("metrics", self + "/metrics");
        links.put("events", self + "/events");
        links.put("checkpoints", self + "/checkpoints");
        links.put("order", self + "/order");
        put(links, "model", training.model() == null ? null : "/v1/models/" + training.model());
        for (Action action : Action.values()) {
            if (training.state().after(action).isPresent()) {
                String name = action.name().toLowerCase(Locale.ROOT);
                links.put(name, self + "/" + name);
            }
        }
        return links;
    }

    private static void put(Map<String, String> links, String name, @Nullable String address) {
        if (address != null) {
            links.put(name, address);
        }
    }
}
