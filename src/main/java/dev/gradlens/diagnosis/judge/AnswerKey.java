package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.diagnosis.rounding.RoundingDetector;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges the submissions to one exercise. Whatever is computed for one submission is kept for the next. Used by one thread at a
 * time.
 */
public final class AnswerKey {
    private final Exercise exercise;
    private final KernelsProvider provider;
    private final Map<Variant, Sheet> sheets = new HashMap<>();
    private final OtherReadings others;

    AnswerKey(Exercise exercise, KernelsProvider provider) {
        this.exercise = exercise;
        this.provider = provider;
        this.others = new OtherReadings(exercise, provider);
    }

    private Sheet sheet(Variant variant) {
        return sheets.computeIfAbsent(variant, any -> new Sheet(any.applied(exercise), provider));
    }

    /**
     * What is to be said of a submission.
     *
     * @param submission of tensors that the exercise has, each in its shape or transposed
     */
    public Diagnosis diagnose(Submission submission) {
        Variant declared = Variant.of(exercise);
        List<Sent> sent = sent(submission, sheet(declared));
        ForwardReading forward = ForwardReading.of(declared, sent, this::sheet);
        Judgement judgement = judge(sent, forward, declared);
        for (int layer = 0; layer < declared.layers().size(); layer++) {
            Optional<ForwardReading> other = judgement.forward().otherwise(judgement.findings());
            if (other.isEmpty()) {
                break;
            }
            judgement = judge(sent, other.get(), declared);
        }
        return judgement.diagnosis(declared);
    }

    private Judgement judge(List<Sent> sent, ForwardReading forward, Variant declared) {
        Variant variant = Kinks.read(forward.variant(), sent, this::sheet);
        Sheet sheet = sheet(variant);
        Comparison comparison = new Comparison(sheet);
        return Judgement.of(sheet, sent, forward, () -> others.of(variant, declared, sent, comparison));
    }

    private static List<Sent> sent(Submission submission, Sheet sheet) {
        Map<Site, Values> tensors = new TreeMap<>(submission.tensors());
        List<double[]> halfUnits = submission.rounding().isPresent()
                ? tensors.values().stream()
                        .map(tensor -> RoundingDetector.halfUnits(
                                tensor.rowMajor(), submission.rounding().get()))
                        .toList()
                : RoundingDetector.halfUnits(
                        tensors.values().stream().map(Values::rowMajor).toList());
        List<Sent> sent = new ArrayList<>();
        tensors.forEach(
                (site, tensor) -> sent.add(Sent.of(site, tensor, sheet.truth(site), halfUnits.get(sent.size()))));
        return sent.stream().allMatch(Sent::maybeSingle)
                ? sent
                : sent.stream().map(Sent::inDouble).toList();
    }
}
