package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Diagnosis;
import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.OtherConventions;
import dev.gradlens.diagnosis.Verdict;
import java.util.List;
import java.util.function.Supplier;

/**
 * A submission judged under one reading of its forward tensors.
 *
 * @param forward the reading
 * @param findings in the order of computation
 * @param correctUnder conventions under which everything is right, looked for where something is wrong
 */
record Judgement(ForwardReading forward, List<Finding> findings, List<OtherConventions> correctUnder) {

    /**
     * Judges it.
     *
     * @param others looks for other conventions, which is done before two mistakes at once are tried
     */
    static Judgement of(Sheet sheet, List<Sent> sent, ForwardReading forward, Supplier<List<OtherConventions>> others) {
        Once<List<OtherConventions>> found = new Once<>(others);
        List<Finding> findings = new Trial(sheet, sent, () -> found.get().isEmpty()).findings();
        List<OtherConventions> correctUnder = verdict(findings) == Verdict.WRONG ? found.get() : List.of();
        return new Judgement(forward, findings, correctUnder);
    }

    Diagnosis diagnosis(Variant declared) {
        List<Finding> annotated = findings.stream()
                .map(finding -> forward.annotated(finding, declared))
                .toList();
        return new Diagnosis(verdict(annotated), annotated, forward.shown(annotated), correctUnder);
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.WRONG)) {
            return Verdict.WRONG;
        }
        boolean isUndecided = findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNDECIDED);
        return isUndecided ? Verdict.UNDECIDED : Verdict.CORRECT;
    }
}
