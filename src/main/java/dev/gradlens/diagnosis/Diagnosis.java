package dev.gradlens.diagnosis;

import java.util.List;

/**
 * What is to be said of a submission.
 *
 * @param verdict WRONG if a finding is, else UNDECIDED if one is, else CORRECT
 * @param findings one for each tensor sent and for each one that is known to be wrong without having been sent, in the order
 *     of computation
 * @param conventions what the forward tensors show, for each layer of which some were sent
 * @param correctUnder conventions other than the declared ones under which everything sent is correct
 */
public record Diagnosis(
        Verdict verdict,
        List<Finding> findings,
        List<ShownConventions> conventions,
        List<OtherConventions> correctUnder) {
    public Diagnosis {
        findings = List.copyOf(findings);
        conventions = List.copyOf(conventions);
        correctUnder = List.copyOf(correctUnder);
    }
}
