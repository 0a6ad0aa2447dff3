package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.mutation.Change;
import dev.gradlens.diagnosis.mutation.Improvement;
import dev.gradlens.diagnosis.mutation.Missed;
import dev.gradlens.diagnosis.mutation.Report;
import dev.gradlens.diagnosis.mutation.UserTest;
import dev.gradlens.diagnosis.web.MutationAnswer.ImprovedDifference;
import dev.gradlens.diagnosis.web.MutationAnswer.ImprovedRequest;
import dev.gradlens.diagnosis.web.MutationAnswer.ImprovedTolerance;
import dev.gradlens.diagnosis.web.MutationAnswer.MissedMistake;
import dev.gradlens.diagnosis.web.MutationAnswer.MutationImprovement;
import dev.gradlens.wire.setup.ScaleName;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a mutation score on the wire. */
final class MutationWriter {
    private final UserTest test;
    private final Report report;

    MutationWriter(UserTest test, Report report) {
        this.test = test;
        this.report = report;
    }

    MutationAnswer answer() {
        return new MutationAnswer(
                report.score().value(),
                report.score().caught().stream().sorted().map(Mistake::name).toList(),
                report.score().missed().stream().map(this::missed).toList(),
                note(),
                report.improvement().map(MutationWriter::improvement).orElse(null));
    }

    private @Nullable String note() {
        String failing =
                report.score().failing().stream().map(ProbeTensors::name).collect(Collectors.joining(", "));
        return failing.isEmpty()
                ? null
                : "The check fails for the right gradient as well, in entries of " + failing
                        + ", which therefore count for nothing.";
    }

    private MissedMistake missed(Missed missed) {
        return new MissedMistake(
                missed.mistake().name(),
                missed.site().layer() + 1,
                StepNames.of(missed.site().step()),
                why(missed),
                missed.largestDifference());
    }

    private String why(Missed missed) {
        String reason = report.reasons().getOrDefault(missed.mistake(), "");
        if (!missed.isSeen()) {
            return "It is made in %s, and nothing that depends on that is compared."
                    .formatted(ProbeTensors.name(missed.site()));
        }
        String difference = missed.largestDifference() == 0
                ? "It changes no number here."
                : "The largest difference that it makes, %.1e, is within the tolerance%s."
                        .formatted(missed.largestDifference(), tolerance());
        return reason.isEmpty() ? difference : difference + " " + reason;
    }

    private String tolerance() {
        return switch (test) {
            case UserTest.Comparing comparing ->
                " of %s·|b| + %s".formatted(comparing.relative(), comparing.absolute());
            case UserTest.FiniteDifferences check -> " of " + check.tolerance() + ", or where the check fails anyway";
        };
    }

    private static MutationImprovement improvement(Improvement improvement) {
        Change change = improvement.change();
        return new MutationImprovement(change.words(), request(change), improvement.score());
    }

    private static ImprovedRequest request(Change change) {
        ExerciseAnswer exercise = ExerciseAnswer.of(change.exercise().setup());
        UserTest.@Nullable Comparing comparing = change.test() instanceof UserTest.Comparing some ? some : null;
        UserTest.@Nullable FiniteDifferences check =
                change.test() instanceof UserTest.FiniteDifferences some ? some : null;
        return new ImprovedRequest(
                exercise.network(),
                exercise.parameters(),
                exercise.batch(),
                change.exercise().meanInParameters() ? ScaleName.MEAN_IN_PARAMETERS : ScaleName.COST,
                change.exercise().setup().mode(),
                comparing == null
                        ? null
                        : comparing.sites().stream().map(ProbeTensors::name).toList(),
                comparing == null ? null : new ImprovedTolerance(comparing.relative(), comparing.absolute()),
                check == null ? null : new ImprovedDifference(check.step(), check.precision(), check.tolerance()));
    }
}
