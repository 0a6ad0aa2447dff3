package dev.gradlens.check;

/** Why nothing can be concluded; the order is that in which they are named when there are several. */
public enum Reason {
    /** A gradient or the oracle's number is NaN or infinite. */
    NON_FINITE,
    /** The derivative does not exist: an activation sits on its kink. */
    NOT_DIFFERENTIABLE,
    /** An activation changed side between the two points that the oracle compared. */
    KINK,
    /** The oracle's step was too long for a function as bent as J is here. */
    TRUNCATION,
    /** Rounding is larger than the tolerance. */
    ROUND_OFF,
    /** Both numbers are zero because J is such that every path through a normalization cancels: a wrong formula might too. */
    NOT_OBSERVABLE,
    /** Both numbers are zero up to rounding: they agree, but would agree in many a wrong formula too. */
    BOTH_ZERO
}
