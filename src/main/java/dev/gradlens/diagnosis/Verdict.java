package dev.gradlens.diagnosis;

/** On a tensor that was sent, or on all of them. */
public enum Verdict {
    CORRECT,
    WRONG,
    /** The true tensor is within the rounding of zero, or nothing can be concluded. */
    UNDECIDED
}
