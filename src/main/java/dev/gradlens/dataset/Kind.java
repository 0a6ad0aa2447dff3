package dev.gradlens.dataset;

/** Where a data set comes from. */
public enum Kind {
    /** It is shipped with the service. */
    BUILT_IN,
    /** It was drawn from a seed. */
    GENERATED,
    /** It was sent as a file. */
    UPLOADED
}
