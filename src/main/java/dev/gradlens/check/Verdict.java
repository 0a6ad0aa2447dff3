package dev.gradlens.check;

/** What a check has to say. */
public enum Verdict {
    /** Right, as far as it was looked at. */
    PASS,
    /** Wrong beyond any rounding. */
    FAIL,
    /** Neither can be said; there is a {@link Reason}. */
    INCONCLUSIVE
}
