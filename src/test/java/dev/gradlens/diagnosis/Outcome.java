package dev.gradlens.diagnosis;

import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.student.Planted;
import java.util.List;

/** What was made of a submission with one planted mistake. */
record Outcome(Planted planted, Diagnosis diagnosis) {

    /** First among those that explain some tensor of its layer, or called the same as those. */
    boolean isNamed() {
        return diagnosis.findings().stream().anyMatch(finding -> isNear(finding) && names(finding, planted.mistake()));
    }

    /** Something is called wrong, and not for the mistake that was made. */
    boolean isBlaming() {
        return diagnosis.findings().stream()
                .anyMatch(finding -> finding.verdict() == Verdict.WRONG && !names(finding, planted.mistake()));
    }

    boolean isUndecided() {
        return diagnosis.verdict() == Verdict.UNDECIDED;
    }

    /** What a layer makes wrong may be the gradient of what the layer before gave. */
    private boolean isNear(Finding finding) {
        int layer = finding.site().layer();
        return layer == planted.layer() || layer == planted.layer() - 1;
    }

    static boolean names(Finding finding, Mistake mistake) {
        List<Named> mistakes = finding.mistakes();
        boolean isFirst = !mistakes.isEmpty() && mistakes.getFirst().mistake() == mistake;
        return isFirst
                || finding.indistinguishable().stream().map(Suspect::mistake).anyMatch(mistake::equals);
    }

    /** For whoever has to find out what went wrong. */
    String inWords() {
        List<String> wrong = diagnosis.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.WRONG)
                .map(Outcome::inWords)
                .toList();
        return "%s layer %d reading %d -> %s %s"
                .formatted(planted.mistake(), planted.layer(), planted.reading(), diagnosis.verdict(), wrong);
    }

    static String inWords(Finding finding) {
        return "layer %d %s%s %s %s residual %.1e"
                .formatted(
                        finding.site().layer(),
                        finding.site().step(),
                        finding.sent() ? "" : " (not sent)",
                        finding.mistakes().stream().map(Named::mistake).toList(),
                        finding.combinations().stream()
                                .map(pair -> pair.mistakes().stream()
                                        .map(Suspect::mistake)
                                        .toList())
                                .toList(),
                        finding.residual());
    }
}
