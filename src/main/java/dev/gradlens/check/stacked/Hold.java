package dev.gradlens.check.stacked;

/** Which activations are continued from the side of 0 where they are, wherever their arguments go. */
enum Hold {
    /** Those with a kink: whoever crosses none sees no difference. */
    KINKS,
    /** All of them. */
    ALL,
    /** None. */
    NONE
}
