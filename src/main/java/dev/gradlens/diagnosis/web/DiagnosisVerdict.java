package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.diagnosis.Verdict;

/** What a diagnosis has to say, in capitals, as test runners write it. */
enum DiagnosisVerdict {
    /** Equal to the true tensor, or right given the wrong ones that it follows from. */
    @JsonProperty("CORRECT")
    CORRECT,
    /** Wrong beyond any rounding. */
    @JsonProperty("WRONG")
    WRONG,
    /** Neither can be said; there is a reason. */
    @JsonProperty("UNDECIDED")
    UNDECIDED;

    static DiagnosisVerdict of(Verdict verdict) {
        return switch (verdict) {
            case CORRECT -> CORRECT;
            case WRONG -> WRONG;
            case UNDECIDED -> UNDECIDED;
        };
    }
}
