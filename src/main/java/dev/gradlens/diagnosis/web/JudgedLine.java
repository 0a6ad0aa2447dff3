package dev.gradlens.diagnosis.web;

import java.util.List;
import java.util.Optional;

/**
 * A line of the answer.
 *
 * @param text as it is written, without its end
 * @param verdict empty where there is a problem instead
 * @param mistakes the first of each finding that is WRONG, by its code
 */
record JudgedLine(byte[] text, Optional<DiagnosisVerdict> verdict, List<String> mistakes) {

    static JudgedLine of(byte[] text, Judgement judgement) {
        List<String> mistakes = judgement.findings().stream()
                .filter(finding -> finding.verdict() == DiagnosisVerdict.WRONG)
                .flatMap(finding -> finding.mistakes().stream().limit(1))
                .map(FindingAnswer.NamedMistake::id)
                .toList();
        return new JudgedLine(text, Optional.of(judgement.verdict()), mistakes);
    }

    static JudgedLine ofProblem(byte[] text) {
        return new JudgedLine(text, Optional.empty(), List.of());
    }
}
