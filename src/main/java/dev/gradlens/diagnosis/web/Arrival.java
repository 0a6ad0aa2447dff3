package dev.gradlens.diagnosis.web;

import java.util.Optional;

/** What comes of reading, in the order of the body. */
sealed interface Arrival {

    /** A line. */
    record Submitted(LineJob job) implements Arrival {}

    /** The end of the body. */
    record Completed() implements Arrival {}

    /**
     * The end of reading before that of the body.
     *
     * @param reason what is said of it; empty where nobody is left to be told
     */
    record BrokenOff(Optional<StreamedAnswer> reason) implements Arrival {}
}
