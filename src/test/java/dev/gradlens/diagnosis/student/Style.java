package dev.gradlens.diagnosis.student;

/** How a student gets from dZnorm to dZ. All are right. */
public enum Style {
    /** By way of dsigma2 and dmu. */
    STAGED,
    /** The same, with the term of dmu that leads through sigma2, which is zero but for rounding. */
    STAGED_WITH_ZERO_TERM,
    /** At once, without dsigma2 and dmu: (m·g − Σ g − x̂·Σ g·x̂)/(m·s). */
    COMPACT
}
