package dev.gradlens.wire;

import java.time.Duration;

/** A request that would cost more than one request may, told before anything runs; or that turned out to take too long. */
public final class WorkTooLargeException extends RefusedException {
    private final Work estimate;
    private final Work limits;

    public WorkTooLargeException(Work estimate, Work limits) {
        this(
                "The request needs " + inWords(estimate) + "; a request may need " + inWords(limits) + ".",
                estimate,
                limits);
    }

    /** One that was not too much by its estimate, but was not through by the deadline. */
    public WorkTooLargeException(Work estimate, Work limits, Duration deadline) {
        this(
                "The request was computed for longer than " + inWords(deadline)
                        + ", which is the most that one may take.",
                estimate,
                limits);
    }

    private WorkTooLargeException(String sentence, Work estimate, Work limits) {
        super(sentence);
        this.estimate = estimate;
        this.limits = limits;
    }

    public Work estimate() {
        return estimate;
    }

    public Work limits() {
        return limits;
    }

    private static String inWords(Duration time) {
        return time.toMillisPart() == 0
                ? Count.of((int) time.toSeconds(), "second", "seconds")
                : Count.of((int) time.toMillis(), "millisecond", "milliseconds");
    }

    private static String inWords(Work work) {
        return work.operations() + " operations, " + work.bytes() + " bytes and " + work.answerNumbers()
                + " numbers in its answer";
    }
}
