package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Submission;
import dev.gradlens.diagnosis.web.DiagnosisAnswer.DiagnosisRun;
import dev.gradlens.diagnosis.web.DiagnosisAnswer.DiagnosisWarning;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.setup.EffectiveConventions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts diagnoses on the wire. */
final class DiagnosisWriter {
    private static final String NON_FINITE = "nonFinite";

    private final EffectiveConventions effective;
    private final FindingWriter findings;

    DiagnosisWriter(MistakePages pages, EffectiveConventions effective) {
        this.effective = effective;
        this.findings = new FindingWriter(pages, effective);
    }

    DiagnosisAnswer write(Diagnosis diagnosis, Submission submission, DiagnosisRun run) {
        Judgement judgement = Judgement.of(diagnosis, findings);
        return new DiagnosisAnswer(
                judgement.verdict(),
                judgement.findings(),
                judgement.conventions(),
                judgement.correctUnder(),
                effective,
                warnings(submission),
                run);
    }

    private static List<DiagnosisWarning> warnings(Submission submission) {
        Map<Site, Values> inOrder = new TreeMap<>(submission.tensors());
        return inOrder.entrySet().stream()
                .filter(sent -> nonFinite(sent.getValue()) > 0)
                .map(sent -> warning(sent.getKey(), nonFinite(sent.getValue())))
                .toList();
    }

    private static DiagnosisWarning warning(Site site, int count) {
        return new DiagnosisWarning(
                NON_FINITE,
                SiteNames.layer(site),
                SiteNames.of(site),
                count,
                "what was sent holds NaN or infinity here");
    }

    private static int nonFinite(Values values) {
        return (int) Arrays.stream(values.rowMajor())
                .filter(entry -> !Double.isFinite(entry))
                .count();
    }
}
