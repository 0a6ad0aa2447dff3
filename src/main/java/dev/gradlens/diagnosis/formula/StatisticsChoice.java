package dev.gradlens.diagnosis.formula;

/** What a backward pass may take for mean and variance. */
enum StatisticsChoice {
    /** The layer's own, as forward left them. */
    OWN,
    /** With epsilon at the other place. */
    OTHER_PLACEMENT,
    /** With epsilon left out. */
    NO_EPSILON,
    /** With epsilon rounded to float32. */
    SINGLE_EPSILON,
    /** With the variance divided by one less than the count. */
    UNBIASED,
    /** Those kept for inference, as they were before this batch. */
    RUNNING_BEFORE,
    /** Those kept for inference, as this batch leaves them. */
    RUNNING_AFTER,
    /** Those of the batch, where the running ones were used. */
    OF_THE_BATCH,
    /** One mean and one variance of all entries. */
    OF_ALL,
    /** The sum over all entries divided by the count along the axis only, in place of both means. */
    SUM_OF_ALL,
    /** The same slip in the mean alone. */
    SUM_OF_ALL_IN_MEAN,
    /** Along the other axis. */
    OTHER_AXIS,
    /** √(1/s + epsilon) for s: the inverse standard deviation taken for the variance. */
    INVERSE
}
