package dev.gradlens.wire;

/** A request that would cost more than one request may, told before anything runs. */
public final class WorkTooLargeException extends RefusedException {
    private final Work estimate;
    private final Work limits;

    public WorkTooLargeException(Work estimate, Work limits) {
        super("The request needs " + inWords(estimate) + "; a request may need " + inWords(limits) + ".");
        this.estimate = estimate;
        this.limits = limits;
    }

    public Work estimate() {
        return estimate;
    }

    public Work limits() {
        return limits;
    }

    private static String inWords(Work work) {
        return work.operations() + " operations, " + work.bytes() + " bytes and " + work.answerNumbers()
                + " numbers in its answer";
    }
}
