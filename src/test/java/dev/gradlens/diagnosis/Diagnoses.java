package dev.gradlens.diagnosis;

import dev.gradlens.diagnosis.judge.AnswerKey;
import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Diagnoses by plain loops, and what is sent to get one. */
public final class Diagnoses {
    private static final KernelsProvider PLAIN_LOOPS = KernelsProviders.start("reference");

    private Diagnoses() {}

    /** Judges many submissions to one exercise. */
    public static AnswerKey key(Exercise exercise) {
        return new Diagnoser(PLAIN_LOOPS).key(exercise);
    }

    /** Of these tensors, whose rounding is told from themselves. */
    public static Diagnosis of(Exercise exercise, Map<Site, Values> sent) {
        return of(key(exercise), sent);
    }

    public static Diagnosis of(AnswerKey key, Map<Site, Values> sent) {
        return key.diagnose(new Submission(sent, Optional.empty()));
    }

    /** What is said of one tensor. */
    public static Finding at(Site site, Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.site().equals(site))
                .findFirst()
                .orElseThrow();
    }

    /** All but the denominator, which nobody sends. */
    public static Map<Site, Values> everything(Map<Site, Values> tensors) {
        return those(tensors, step -> step != Step.SCALE);
    }

    public static Map<Site, Values> gradients(Map<Site, Values> tensors) {
        return those(tensors, step -> !step.isForward());
    }

    /** dW, db, dgamma and dbeta. */
    public static Map<Site, Values> ofParameters(Map<Site, Values> tensors) {
        return those(tensors, Step::isOfAParameter);
    }

    public static Map<Site, Values> those(Map<Site, Values> tensors, Predicate<Step> wanted) {
        Map<Site, Values> those = new TreeMap<>(tensors);
        those.keySet().removeIf(site -> !wanted.test(site.step()));
        return those;
    }
}
