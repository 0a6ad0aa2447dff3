package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Diagnosis;
import java.util.List;

/**
 * What is said of a submission, whether alone or one of many.
 *
 * @param verdict WRONG if any finding is, else UNDECIDED if any is, else CORRECT
 * @param findings one for each tensor sent, and one for each that is known to be wrong without having been sent
 * @param conventions what the forward tensors show
 * @param correctUnder other conventions under which everything sent is correct
 */
record Judgement(
        DiagnosisVerdict verdict,
        List<FindingAnswer> findings,
        List<ShownAnswer> conventions,
        List<OtherConventionsAnswer> correctUnder) {

    static Judgement of(Diagnosis diagnosis, FindingWriter writer) {
        return new Judgement(
                DiagnosisVerdict.of(diagnosis.verdict()),
                diagnosis.findings().stream().map(writer::write).toList(),
                diagnosis.conventions().stream().map(ShownAnswer::of).toList(),
                diagnosis.correctUnder().stream()
                        .map(OtherConventionsAnswer::of)
                        .toList());
    }
}
